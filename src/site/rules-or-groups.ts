import type { TableData } from '../tables/table-data.ts';
import { allDetections, detectionsOfSource } from './detection-table.ts';
import { siteModel } from './model.ts';
import { ruleGroupTable } from './rules-by-technique.ts';

/** The rules of a source, or of all: each, or by technique, as the config wants them. */
export function rulesOrGroups(source?: string): TableData {
  const { config, detections } = siteModel().workspace;
  if (config.pages.rules === 'each')
    return source === undefined ? allDetections() : detectionsOfSource(source);
  return ruleGroupTable(
    source === undefined ? detections : detections.filter((rule) => rule.source === source),
  );
}
