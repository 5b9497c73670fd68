import type { Detection } from '../detections/detection.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { Source, SourceRole } from '../sources/source.ts';
import { NO_FILES, type FileAccount } from '../workspace/file-account.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { itemFreshness } from './item-freshness.ts';
import { robustnessOf, type RobustnessSpread } from './robustness.ts';

/** A detection or playbook nobody mapped to a technique. */
export interface UnmappedItem {
  key: string;
  title: string;
  /** Tactics it names. */
  tactics: string[];
  /** Technique ids found in its prose. */
  inferred: string[];
}

/** What was read from one source. */
export interface SourceStats {
  name: string;
  role: SourceRole;
  commit?: string;
  detections: { total: number; mapped: number; tacticsOnly: number; unmapped: number; counting: number };
  playbooks: { total: number; mapped: number; current: number };
  exercises: number;
  /** Tests of the catalogue. */
  atomics: number;
  /** Items without any technique, with those their prose names: offered, never counted. */
  unmapped: UnmappedItem[];
  /** Distinct technique ids as written, and how many of them are in each state. */
  techniqueIds: { written: number; revoked: number; deprecated: number; unknown: number };
  /** Detections that could count (all of a library but deprecated ones), by how hard they are to evade. */
  robustness: RobustnessSpread;
  /** Counting detections and active playbooks past their window, of how many; zero of a library. */
  freshness: { stale: number; items: number };
  /** What became of every file; of those ignored for one reason the first few as examples. */
  files: Omit<FileAccount, 'formats' | 'ignored'> & {
    formats: { format: string; count: number }[];
    ignored: { reason: string; count: number; examples: string[] }[];
  };
}

/** Counts what was read from one source. */
export function sourceStats(workspace: Workspace, { spec, commit }: Source): SourceStats {
  const source = spec.name;
  const detections = workspace.detections.filter((detection) => detection.source === source);
  const playbooks = workspace.playbooks.filter((playbook) => playbook.source === source);
  const mapped = detections.filter(({ mappings }) => mappings.length > 0).length;
  const tacticsOnly = detections.filter(
    ({ mappings, tactics }) => mappings.length === 0 && tactics.length > 0,
  ).length;
  return {
    name: source,
    role: spec.role,
    ...(commit !== undefined && { commit }),
    detections: {
      total: detections.length,
      mapped,
      tacticsOnly,
      unmapped: detections.length - mapped - tacticsOnly,
      counting: detections.filter(({ counts }) => counts).length,
    },
    playbooks: {
      total: playbooks.length,
      mapped: playbooks.filter(({ mappings }) => mappings.length > 0).length,
      current: playbooks.filter(({ current }) => current).length,
    },
    exercises: workspace.exercises.filter((exercise) => exercise.source === source).length,
    atomics: workspace.atomics.filter((test) => test.source === source).length,
    unmapped: unmappedItems([...detections, ...playbooks]),
    techniqueIds: countIds(detections.flatMap(({ mappings }) => mappings)),
    robustness: robustnessOf(
      detections.filter(
        ({ counts, role, status }) => counts || (role === 'library' && status !== 'deprecated'),
      ),
    ).spread,
    freshness: countStale(
      [
        ...detections.filter(({ counts }) => counts),
        ...playbooks.filter(({ status }) => status === 'active'),
      ],
      workspace,
    ),
    files: withExamples(workspace.accounts.get(source) ?? NO_FILES),
  };
}

const EXAMPLES = 5;

function withExamples(account: FileAccount): SourceStats['files'] {
  return {
    ...account,
    formats: account.formats.map(({ format, count }) => ({ format, count })),
    ignored: account.ignored.map(({ reason, count, paths }) => ({
      reason,
      count,
      examples: paths.slice(0, EXAMPLES),
    })),
  };
}

/** Items without any technique, those whose prose names one first. Sigma filters map nothing by nature. */
export function unmappedItems(items: readonly (Detection | Playbook)[]): UnmappedItem[] {
  return items
    .filter(({ mappings, format }) => mappings.length === 0 && format !== 'sigma-filter')
    .map(({ key, title, tactics, inferred }) => ({
      key,
      title,
      tactics: tactics.map(({ shortname, written }) => shortname ?? written),
      inferred: inferred.map(({ resolved, id }) => resolved ?? id),
    }))
    .sort((a, b) => Number(b.inferred.length > 0) - Number(a.inferred.length > 0));
}

function countStale(
  items: readonly (Detection | Playbook)[],
  { now, config }: Workspace,
): SourceStats['freshness'] {
  const counting = items.filter(({ role }) => role === 'deployed');
  return {
    stale: counting.filter((item) => itemFreshness(item, now, config.coverage).stale).length,
    items: counting.length,
  };
}

function countIds(mappings: readonly Mapping[]): SourceStats['techniqueIds'] {
  const states = new Map(mappings.map(({ id, state }) => [id, state]));
  const counts = { written: states.size, revoked: 0, deprecated: 0, unknown: 0 };
  for (const state of states.values()) if (state !== 'active') counts[state] += 1;
  return counts;
}
