import type { SearchType } from './record.ts';

/** What a kind of result is called: one, and many. */
export const SEARCH_TYPE_WORDS: Record<SearchType, { name: string; plural: string }> = {
  technique: { name: 'Technique', plural: 'Techniques' },
  tactic: { name: 'Tactic', plural: 'Tactics' },
  actor: { name: 'Actor', plural: 'Actors' },
  detection: { name: 'Detection', plural: 'Detections' },
  playbook: { name: 'Playbook', plural: 'Playbooks' },
  exercise: { name: 'Exercise', plural: 'Exercises' },
  profile: { name: 'Threat profile', plural: 'Threat profiles' },
  log: { name: 'Log source', plural: 'Log sources' },
  platform: { name: 'Platform', plural: 'Platforms' },
  source: { name: 'Source', plural: 'Sources' },
  layer: { name: 'Layer', plural: 'Layers' },
  documentation: { name: 'Documentation', plural: 'Documentation' },
  page: { name: 'Page', plural: 'Pages' },
};
