import { changedOn } from '../coverage/freshness.ts';
import { DETECTION_SEVERITIES, type Detection } from '../detections/detection.ts';
import { detectionPath } from '../output/paths.ts';
import { RUNGS } from '../robustness/judgement.ts';
import { buildTable, type ColumnOf, type OrderedItem } from '../tables/build-table.ts';
import type { TableData } from '../tables/table-data.ts';
import { techniqueItems } from './table-items.ts';
import { RUNG_WORDS } from './rung-words.ts';
import { fileLink } from './file-link.ts';
import { siteModel, type SiteModel } from './model.ts';
import { tacticNames } from './tactic-names.ts';

const NOT_STATED: OrderedItem = { text: 'not stated', unknown: true };

/** Columns of rules that pages choose from. */
const COLUMNS = {
  title: {
    id: 'rule',
    label: 'Rule',
    role: 'head',
    of: (rule) => ({ text: rule.title, path: detectionPath(rule) }),
  },
  source: { id: 'source', label: 'Source', wide: true, facet: true, of: ({ source }) => ({ text: source }) },
  counts: {
    id: 'counts',
    label: 'Counts',
    wide: true,
    facet: true,
    of: ({ counts, countsNot }) =>
      counts ? { text: 'yes', order: -1 } : { text: countsNot ?? 'no', quiet: true },
  },
  log: {
    id: 'log',
    label: 'Log source',
    role: 'list',
    wide: true,
    facet: true,
    of: ({ logSources }) => stated(logSources),
  },
  techniques: {
    id: 'techniques',
    label: 'Techniques',
    role: 'list',
    of: (rule) => techniqueItems(rule.mappings),
  },
  severity: {
    id: 'severity',
    label: 'Severity',
    facet: true,
    descending: true,
    of: ({ severity }) =>
      severity === undefined ? NOT_STATED : { text: severity, order: DETECTION_SEVERITIES.indexOf(severity) },
  },
  status: {
    id: 'status',
    label: 'Status',
    wide: true,
    facet: true,
    of: ({ status }) => (status === 'unknown' ? NOT_STATED : { text: status }),
  },
  robustness: {
    id: 'robustness',
    label: 'Robustness',
    facet: true,
    wide: true,
    descending: true,
    of: ({ robustness }) => {
      const rung = robustness?.rung;
      const text = RUNG_WORDS[rung ?? 'not-judged'].name.toLowerCase();
      return rung ? { text, rung, order: RUNGS.indexOf(rung) } : { text, rung: 'not-judged', unknown: true };
    },
  },
  tested: {
    id: 'tested',
    label: 'Tested',
    facet: true,
    descending: true,
    of: ({ passingTests }) =>
      passingTests.length > 0 ? { text: 'yes', order: 1 } : { text: 'no', quiet: true },
  },
  changed: {
    id: 'changed',
    label: 'Changed',
    wide: true,
    descending: true,
    of: (rule) => {
      const text = changedOn(rule);
      return text === undefined ? { text: 'no date', unknown: true } : { text };
    },
  },
  platform: {
    id: 'platform',
    label: 'Platform',
    role: 'list',
    facet: true,
    hidden: true,
    of: ({ platforms }) => stated(platforms),
  },
  tactic: {
    id: 'tactic',
    label: 'Tactic',
    role: 'list',
    facet: true,
    hidden: true,
    of: (rule) => {
      const names = tacticNames(rule);
      return names.length === 0 ? { text: 'none', unknown: true } : names;
    },
  },
} satisfies Record<string, ColumnOf<Detection>>;

const TITLE_TO_FILE: ColumnOf<Detection> = {
  ...COLUMNS.title,
  of: (rule) => {
    const url = fileLink(rule, siteModel().workspace.sources, rule.lines);
    return { text: rule.title, ...(url !== undefined && { url }) };
  },
};

export type DetectionColumn = keyof typeof COLUMNS;

/**
 * Rules by title, with what one compares them by.
 *
 * @param options.without Columns that are the same for all of them.
 * @param options.toFiles A title leads to the file the rule stands in, not to its page.
 */
export function detectionTable(
  detections: readonly Detection[],
  { without = [], toFiles = false }: { without?: readonly DetectionColumn[]; toFiles?: boolean } = {},
): TableData {
  const columns = Object.entries({ ...COLUMNS, ...(toFiles && { title: TITLE_TO_FILE }) }).filter(
    ([name]) => !without.some((left) => left === name),
  );
  return buildTable(
    detections,
    columns.map(([, column]): ColumnOf<Detection> => column),
    { noun: ['rule', 'rules'], order: { column: 'rule', descending: false } },
  );
}

function stated(texts: readonly string[]): OrderedItem | OrderedItem[] {
  return texts.length === 0 ? NOT_STATED : texts.map((text) => ({ text }));
}

const ofSources = new WeakMap<SiteModel, Map<string, TableData>>();

/** Every rule of every source. */
export function allDetections(): TableData {
  return kept('', () => detectionTable(siteModel().workspace.detections));
}

/** The rules of one source. */
export function detectionsOfSource(name: string): TableData {
  return kept(name, () =>
    detectionTable(
      siteModel().workspace.detections.filter(({ source }) => source === name),
      { without: ['source'] },
    ),
  );
}

/** A page and the file beside it show the same table: it is made once. */
function kept(name: string, make: () => TableData): TableData {
  const model = siteModel();
  const tables = ofSources.get(model) ?? new Map<string, TableData>();
  ofSources.set(model, tables);
  const table = tables.get(name) ?? make();
  tables.set(name, table);
  return table;
}
