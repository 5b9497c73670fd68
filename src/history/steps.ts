import type { Coverage } from '../coverage/assessment.ts';
import type { HistoryPoint } from '../coverage/history.ts';
import type { AssessedPoint } from '../coverage/history/assessed-point.ts';
import { cacheKey } from '../sources/cache.ts';
import type { SourceSpec } from '../sources/source.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import { assessPoint, readSlim, type SlimContents } from './assess-point.ts';
import type { Plan } from './plan.ts';

/** One point: what it is known by in a cache, and how to come by it. */
export interface Step extends Pick<HistoryPoint, 'date' | 'commits'> {
  /** Of all its numbers depend on: states of the sources, date, and what it is measured with. */
  key: string;
  assess: () => Promise<AssessedPoint>;
}

/**
 * The points of a plan, oldest first, and the present as far as it has a past. Comparing the present with what came
 * before takes both sides from the same sources: one that cannot be followed back would seem to have come overnight.
 */
export function stepsOf(
  plan: Plan,
  { workspace }: Pick<LoadedWorkspace, 'workspace'>,
  coverage: Coverage,
  contents: SlimContents,
): Step[] {
  const measure = measureOf(workspace, coverage);
  const past = plan.points.map(({ date, states }): Step => {
    const commits = states.map(({ past: { source }, commit }) => ({
      source: source.spec.name,
      commit: commit.id,
    }));
    const specs = states.map(({ past: { source } }) => partOf(source.spec));
    return {
      date,
      commits,
      key: cacheKey(measure, date, JSON.stringify([specs, commits])),
      async assess() {
        const read = [];
        for (const {
          past: { timeline },
          commit,
        } of states) {
          read.push(await readSlim(await timeline.openAt(commit), contents, date));
        }
        return assessPoint(workspace, date, read);
      },
    };
  });
  return [...past, presentStep(plan, workspace, measure, contents)];
}

function presentStep(
  plan: Plan,
  workspace: LoadedWorkspace['workspace'],
  measure: string,
  contents: SlimContents,
): Step {
  const sources = plan.sources.map(({ source }) => source);
  const states = sources.map(({ spec, commit, files }) => [
    partOf(spec),
    commit,
    files.map(({ path, id }) => [path, id]),
  ]);
  return {
    date: workspace.now,
    commits: [],
    key: cacheKey(measure, workspace.now, JSON.stringify(states)),
    async assess() {
      const read = [];
      for (const source of sources) read.push(await readSlim(source, contents));
      return assessPoint(workspace, workspace.now, read);
    },
  };
}

/** What decides which files of a state are read. */
function partOf({ name, path, git, include, exclude, maxBytes }: SourceSpec): unknown[] {
  return [name, path, git, include, exclude, maxBytes];
}

/** A name for what every point is measured with. */
function measureOf({ config, knowledge }: LoadedWorkspace['workspace'], coverage: Coverage): string {
  const attack = [...knowledge].map(([domain, { version, techniques }]) => [
    domain,
    version,
    techniques.length,
  ]);
  const scope = [...coverage.domains.values()].map(({ assessments }) =>
    [...assessments.values()].filter((one) => one.scope.state !== 'in').map((one) => one.technique),
  );
  return cacheKey(JSON.stringify([config.coverage, attack, scope]));
}
