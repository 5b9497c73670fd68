import type { SearchRecord } from './record.ts';
import { searchContext, type SearchedModel } from './context.ts';
import { actorRecords } from './records/actors.ts';
import { detectionRecords } from './records/detections.ts';
import { exerciseRecords } from './records/exercises.ts';
import { layerRecords } from './records/layers.ts';
import { logRecords } from './records/logs.ts';
import { pageRecords } from './records/pages.ts';
import { platformRecords } from './records/platforms.ts';
import { playbookRecords } from './records/playbooks.ts';
import { profileRecords } from './records/profiles.ts';
import { sourceRecords } from './records/sources.ts';
import { tacticRecords } from './records/tactics.ts';
import { techniqueRecords } from './records/techniques.ts';

const BUILDERS = [
  techniqueRecords,
  tacticRecords,
  actorRecords,
  detectionRecords,
  playbookRecords,
  exerciseRecords,
  profileRecords,
  logRecords,
  platformRecords,
  sourceRecords,
  layerRecords,
  pageRecords,
];

/**
 * Everything of a model that has a page, as the search knows it, sorted by path: each path once. Documentation is
 * not in the model.
 */
export function searchRecords(model: SearchedModel): SearchRecord[] {
  const context = searchContext(model);
  const byPath = new Map<string, SearchRecord>();
  for (const build of BUILDERS) {
    for (const record of build(model, context)) if (!byPath.has(record.path)) byPath.set(record.path, record);
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
