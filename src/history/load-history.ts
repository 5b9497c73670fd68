import { join } from 'node:path';
import type { Coverage } from '../coverage/assessment.ts';
import type { Change, History, HistoryPoint } from '../coverage/history.ts';
import { domainStates, type AssessedPoint } from '../coverage/history/assessed-point.ts';
import { changesBetween, type InScope } from '../coverage/history/changes.ts';
import { pointDates } from '../coverage/history/point-dates.ts';
import type { FileContent } from '../readers/reader.ts';
import { cacheKey } from '../sources/cache.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { historyVersion } from './history-version.ts';
import { openKept } from './kept.ts';
import { lastTwo } from './last-two.ts';
import { planPoints } from './plan.ts';
import { slimContents } from './slim-contents.ts';
import { stepsOf } from './steps.ts';

export interface HistoryOptions {
  cacheDir: string;
  /** False computes everything anew. */
  useCache: boolean;
  /** ISO dates of the points before the present; default: those the config asks for. */
  dates?: readonly string[];
  onProgress?: ((text: string) => void) | undefined;
}

/** What stays in the caches although the last run did not ask for it. */
const KEPT_POINTS = 240;
const KEPT_CONTENTS = 20_000;

/**
 * The assessment of a workspace at earlier dates, and what changed in between; undefined when none is asked for.
 * Every point is measured with today's ATT&CK version, config and scope.
 *
 * @param coverage Of the workspace: the present.
 * @throws SourceError when a repository cannot give a file it lists.
 */
export async function loadHistory(
  loaded: Pick<LoadedWorkspace, 'workspace' | 'read'>,
  coverage: Coverage,
  options: HistoryOptions,
): Promise<History | undefined> {
  const { workspace } = loaded;
  const dates = options.dates ?? pointDates(workspace.now, workspace.config.history);
  if (dates.length === 0) return undefined;
  const plan = await planPoints(workspace.sources, dates);
  const version = historyVersion();
  const cache = (name: string): string | undefined =>
    options.useCache
      ? join(options.cacheDir, 'past', `${cacheKey(workspace.config.file)}-${name}.json`)
      : undefined;
  const points = openKept<AssessedPoint['domains']>(cache('points'), version, KEPT_POINTS);
  const changes = openKept<Change[]>(cache('changes'), version, KEPT_POINTS);
  const contents = openKept<FileContent>(cache('contents'), version, KEPT_CONTENTS);
  const steps = stepsOf(plan, loaded, coverage, slimContents(contents, loaded.read));
  const assessed = lastTwo(steps, options.onProgress);
  const inScope: InScope = (domain, technique) =>
    coverage.domains.get(domain)?.assessments.get(technique)?.scope.state === 'in';

  const past: HistoryPoint[] = [];
  const changed: Change[][] = [];
  for (const [index, { date, key, commits }] of steps.entries()) {
    const next = steps[index + 1];
    if (!next) break;
    const domains = await points.getOr(key, async () => (await assessed(index)).domains);
    past.push({ date, commits, domains });
    changed.push(
      await changes.getOr(`${key} ${next.key}`, async () =>
        changesBetween(await assessed(index), await assessed(index + 1), inScope),
      ),
    );
  }
  for (const kept of [points, changes, contents]) kept.save();
  return {
    // What is shown as the present is all of it, also what has no past to be compared with.
    points: [...past, presentPoint(workspace, coverage)],
    changes: changed.reverse().flat(),
    notes: plan.notes,
  };
}

function presentPoint({ now, sources }: Workspace, coverage: Coverage): HistoryPoint {
  return {
    date: now,
    commits: sources.flatMap(({ spec, commit }) =>
      spec.role === 'deployed' && commit !== undefined ? [{ source: spec.name, commit }] : [],
    ),
    domains: domainStates(coverage),
  };
}
