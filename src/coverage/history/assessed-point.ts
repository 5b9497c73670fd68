import type { Domain } from '../../attack/domain.ts';
import type { Detection } from '../../detections/detection.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Coverage } from '../assessment.ts';
import { techniquesSpokenFor } from '../evidence.ts';
import type { DomainState, ItemState, TechniqueState } from '../history.ts';

/** An item at a point, with all by which it is known again at another. */
export interface SeenItem extends ItemState {
  key: string;
  /** The item's own id. */
  id?: string;
  /** `<source>:<path>` of its file. */
  file: string;
  /**
   * Whether it is in force, whatever its age: a counting detection, an active playbook, any exercise. A rule that is
   * deprecated goes as surely as one that is deleted; a hunt nobody looked at for long is still there.
   */
  inForce: boolean;
}

/** One point, with what it takes to compare it to another. */
export interface AssessedPoint {
  date: string;
  domains: Partial<Record<Domain, DomainState>>;
  /** Ids of techniques whose evidence is all past its window, sorted. */
  stale: Partial<Record<Domain, string[]>>;
  items: SeenItem[];
}

/** What history keeps of an assessment. */
export function domainStates({ domains }: Coverage): AssessedPoint['domains'] {
  const states: AssessedPoint['domains'] = {};
  for (const [domain, { levels, total, covered, tactics, assessments }] of domains) {
    const techniques: Record<string, TechniqueState> = {};
    for (const { technique, level, score, detections } of assessments.values()) {
      if (level !== 'none') techniques[technique] = [level, score, detections.length];
    }
    states[domain] = {
      levels: { ...levels },
      total,
      covered,
      tactics: Object.fromEntries(
        tactics.map((tactic) => [tactic.tactic, { total: tactic.total, covered: tactic.covered }]),
      ),
      techniques,
    };
  }
  return states;
}

export function assessedPoint(
  workspace: Pick<Workspace, 'now' | 'detections' | 'playbooks' | 'exercises'>,
  coverage: Coverage,
): AssessedPoint {
  const stale: AssessedPoint['stale'] = {};
  for (const [domain, { assessments }] of coverage.domains) {
    stale[domain] = [...assessments.values()]
      .filter(({ freshness }) => freshness.stale)
      .map(({ technique }) => technique);
  }
  return { date: workspace.now, domains: domainStates(coverage), stale, items: seenItems(workspace) };
}

type Item = Pick<Detection, 'key' | 'id' | 'title' | 'source' | 'path' | 'mappings'>;

function seenItems({
  detections,
  playbooks,
  exercises,
}: Pick<Workspace, 'detections' | 'playbooks' | 'exercises'>): SeenItem[] {
  const seen = (
    kind: ItemState['kind'],
    { key, id, title, source, path, mappings }: Item,
    counts: boolean,
    inForce: boolean,
  ): SeenItem => ({
    kind,
    key,
    ...(id !== undefined && { id }),
    title,
    file: `${source}:${path}`,
    techniques: [...techniquesSpokenFor(mappings)].sort(),
    counts,
    inForce,
  });
  return [
    ...detections.map((item) => seen('detection', item, item.counts, item.counts)),
    ...playbooks.map((item) => seen('playbook', item, item.current, item.status === 'active')),
    ...exercises.map((item) => {
      const mappings = item.results.map(({ mapping }) => mapping);
      return seen('exercise', { ...item, mappings }, true, true);
    }),
  ];
}
