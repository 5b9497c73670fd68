import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { byCodeUnit } from '../attack/order.ts';
import type { Mapping, Placement, TacticMapping } from '../mapping/mapping.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { TouchedItem } from './version-impact.ts';

/** What the items of a workspace declare of one domain. */
export interface DeclaredIds {
  /** Technique id as declared → the items that declare it. */
  techniques: Map<string, TouchedItem[]>;
  /** Tactic as written → the items that write it. */
  tactics: Map<string, TouchedItem[]>;
}

/**
 * Collects declared ids with their items. Ids only other domains know are theirs; ids nobody knows are left out, too:
 * no version has a say in them.
 */
export function declaredIds(
  workspace: Workspace,
  domain: Domain,
  versions: readonly KnowledgeBase[],
): DeclaredIds {
  const declared: DeclaredIds = { techniques: new Map(), tactics: new Map() };
  const isOfDomain = ({ id, state, domain: known }: Mapping): boolean =>
    (known === domain || state === 'unknown' || state === 'deprecated') &&
    versions.some((base) => base.technique(id) !== undefined);
  const add = (item: TouchedItem, mappings: readonly Mapping[], tactics: readonly TacticMapping[]): void => {
    for (const mapping of mappings) {
      if (mapping.provenance === 'declared' && isOfDomain(mapping))
        append(declared.techniques, mapping.id, item);
    }
    for (const { written } of tactics) append(declared.tactics, written.trim(), item);
  };
  for (const detection of workspace.detections)
    add(itemOf('detection', detection), detection.mappings, detection.tactics);
  for (const playbook of workspace.playbooks)
    add(itemOf('playbook', playbook), playbook.mappings, playbook.tactics);
  for (const exercise of workspace.exercises) {
    const mappings = exercise.results.map(({ mapping }) => mapping);
    add(itemOf('exercise', exercise), mappings, []);
  }
  return declared;
}

/** Each item once; the team's own first, then by key. */
export function distinctItems(lists: Iterable<readonly TouchedItem[]>): TouchedItem[] {
  const items = new Map<string, TouchedItem>();
  for (const list of lists) for (const item of list) items.set(`${item.kind} ${item.key}`, item);
  return [...items.values()].sort(
    (a, b) => byCodeUnit(a.role, b.role) || byCodeUnit(a.key, b.key) || byCodeUnit(a.kind, b.kind),
  );
}

function itemOf(kind: TouchedItem['kind'], item: Placement & { title: string }): TouchedItem {
  const { key, title, source, role, path } = item;
  return { kind, key, title, source, role, path };
}

function append(lists: Map<string, TouchedItem[]>, key: string, item: TouchedItem): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
