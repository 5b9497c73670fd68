import type { RecentChange, RecentKind } from '../coverage/recent-change.ts';
import { techniquePath } from '../output/paths.ts';
import { itemPath, techniqueEntry } from './lookups.ts';
import { figure } from './wording.ts';

/** What the changes page can be narrowed to. */
export const RECENT_TOPICS = ['coverage', 'rules', 'hunts', 'exercises'] as const;
export type RecentTopic = (typeof RECENT_TOPICS)[number];

export const TOPIC_NAMES: Record<RecentTopic, string> = {
  coverage: 'Coverage',
  rules: 'Rules',
  hunts: 'Hunts',
  exercises: 'Exercises',
};

const WORDS: Record<RecentKind, { topic: RecentTopic; one: string; many: string }> = {
  failed: { topic: 'coverage', one: 'Missed by us', many: 'techniques missed by us' },
  lost: { topic: 'coverage', one: 'Not covered any more', many: 'techniques not covered any more' },
  proven: { topic: 'coverage', one: 'Proven', many: 'techniques proven' },
  gained: { topic: 'coverage', one: 'Covered now', many: 'techniques covered now' },
  'went-stale': { topic: 'coverage', one: 'Went stale', many: 'techniques went stale' },
  exercise: { topic: 'exercises', one: 'Exercise held', many: 'exercises held' },
  'playbook-run': { topic: 'hunts', one: 'Hunt run', many: 'hunts run' },
  'playbook-reviewed': { topic: 'hunts', one: 'Playbook reviewed', many: 'playbooks reviewed' },
  'playbook-added': { topic: 'hunts', one: 'Playbook written', many: 'playbooks written' },
  'rule-added': { topic: 'rules', one: 'Rule added', many: 'rules added' },
  'rule-changed': { topic: 'rules', one: 'Rule changed', many: 'rules changed' },
  removed: { topic: 'rules', one: 'Removed', many: 'removed' },
};

export function recentTopic(kind: RecentKind): RecentTopic {
  return WORDS[kind].topic;
}

/** `Rule added`; of several `14 rules added`. */
export function recentName(kind: RecentKind, number = 1): string {
  return number === 1 ? WORDS[kind].one : `${figure(number)} ${WORDS[kind].many}`;
}

/** The page of what changed; undefined for what is gone. */
export function recentPath({ technique, item }: RecentChange): string | undefined {
  if (technique !== undefined) return techniqueEntry(technique) && techniquePath(technique);
  return item === undefined ? undefined : itemPath(item);
}
