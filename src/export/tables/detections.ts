import { changedOn } from '../../coverage/freshness.ts';
import type { Detection } from '../../detections/detection.ts';
import { absoluteUrl, detectionPath } from '../../output/paths.ts';
import type { Config } from '../../workspace/config.ts';
import type { TableDefinition } from './export-input.ts';
import { resolvedIds, writtenIds } from './mapped.ts';
import { date, flag, list, number, text, url } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';

interface Row {
  detection: Detection;
  config: Config;
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  text('title', 'Title', 48, ({ detection }) => detection.title, 'page'),
  flag('counts', 'Counts', 8, ({ detection }) => detection.counts),
  text('countsNot', 'Why it does not count', 20, ({ detection }) => detection.countsNot),
  list('techniques', 'Techniques', 24, ({ detection }) => resolvedIds(detection.mappings)),
  list('written', 'As written', 28, ({ detection }) => writtenIds(detection.mappings)),
  text('format', 'Format', 12, ({ detection }) => detection.format),
  text('status', 'Status', 12, ({ detection }) => detection.status),
  flag('enabled', 'Enabled', 9, ({ detection }) => detection.enabled),
  text('severity', 'Severity', 12, ({ detection }) => detection.severity),
  number('riskScore', 'Risk score', 9, ({ detection }) => detection.riskScore),
  number('passingTests', 'Passing tests', 9, ({ detection }) => detection.passingTests.length),
  text('robustness', 'Keys on', 12, ({ detection: { robustness } }) => robustness?.rung ?? 'not judged'),
  text('robustnessWhy', 'Why', 36, ({ detection }) => detection.robustness?.because),
  list('logSources', 'Log sources', 28, ({ detection }) => detection.logSources),
  list('platforms', 'Platforms', 18, ({ detection }) => detection.platforms),
  date('created', 'Created', 12, ({ detection }) => detection.created),
  date('changed', 'Last changed', 12, ({ detection }) => changedOn(detection)),
  list('authors', 'Authors', 24, ({ detection }) => detection.authors),
  text('source', 'Source', 14, ({ detection }) => detection.source),
  text('role', 'Role', 10, ({ detection }) => detection.role),
  text('path', 'File', 40, ({ detection }) => detection.path, 'permalink'),
  text('id', 'Its own id', 38, ({ detection }) => detection.id),
  text('key', 'Key', 40, ({ detection }) => detection.key),
  url('page', 'Page', 40, ({ detection, config }) => absoluteUrl(config, detectionPath(detection))),
  url('permalink', 'File address', 40, ({ detection }) => detection.permalink),
];

/** One row a rule, of every source and role; `counts` says which of them are coverage. */
export const detectionsTable: TableDefinition = {
  id: 'detections',
  title: 'Detections',
  build: ({ workspace: { config, detections } }) =>
    tableOf(
      detectionsTable,
      COLUMNS,
      detections.map((detection) => ({ detection, config })),
    ),
};
