import { rulesPath } from '../output/paths.ts';
import type { Detection } from '../detections/detection.ts';
import { buildTable, type ColumnOf } from '../tables/build-table.ts';
import type { TableData } from '../tables/table-data.ts';
import { detectionTable } from './detection-table.ts';
import { techniqueEntry } from './lookups.ts';
import { siteModel, type SiteModel } from './model.ts';
import { figure } from './wording.ts';

/** Rules that stand in one table, for want of pages of their own. */
export interface RuleGroup {
  /** ATT&CK id; `none` of rules that map to no technique. */
  technique: string;
  name: string;
  rules: readonly Detection[];
}

const grouped = new WeakMap<SiteModel, ReadonlyMap<string, RuleGroup>>();

/** The rules of the site by technique, in the order of the ids; none where each rule has a page. */
export function ruleGroups(): ReadonlyMap<string, RuleGroup> {
  const model = siteModel();
  let groups = grouped.get(model);
  if (!groups) grouped.set(model, (groups = groupsOf(model.workspace.detections)));
  return groups;
}

function groupsOf(detections: readonly Detection[]): Map<string, RuleGroup> {
  const byTechnique = Map.groupBy(detections, ({ tableOf }) => tableOf);
  return new Map(
    [...byTechnique]
      .flatMap(([technique, rules]) => (technique === undefined ? [] : [{ technique, rules }]))
      .sort((a, b) => (a.technique < b.technique ? -1 : 1))
      .map(({ technique, rules }) => [technique, { technique, rules, name: nameOf(technique) }]),
  );
}

function nameOf(technique: string): string {
  return techniqueEntry(technique)?.technique.name ?? 'No technique';
}

/** The rules of one group, each linked to its file, where that can be seen. */
export function rulesOfGroup({ rules }: RuleGroup): TableData {
  return detectionTable(rules, { toFiles: true });
}

const number = (value: number): { text: string; order: number; quiet?: true } => ({
  text: figure(value),
  order: value,
  ...(value === 0 && { quiet: true }),
});

const COLUMNS: ColumnOf<RuleGroup>[] = [
  {
    id: 'technique',
    label: 'Technique',
    role: 'head',
    of: ({ technique, name }) => ({
      text: technique === 'none' ? name : `${technique} ${name}`,
      path: rulesPath(technique),
    }),
  },
  {
    id: 'rules',
    label: 'Rules',
    role: 'number',
    descending: true,
    of: ({ rules }) => number(rules.length),
  },
  {
    id: 'counting',
    label: 'Counting',
    role: 'number',
    descending: true,
    of: ({ rules }) => number(rules.filter(({ counts }) => counts).length),
  },
  {
    id: 'tested',
    label: 'Tested',
    role: 'number',
    descending: true,
    of: ({ rules }) => number(rules.filter(({ passingTests }) => passingTests.length > 0).length),
  },
  {
    id: 'source',
    label: 'Source',
    role: 'list',
    wide: true,
    facet: true,
    of: ({ rules }) => [...new Set(rules.map(({ source }) => source))].sort().map((text) => ({ text })),
  },
];

/** How many rules there are on each technique, and the way to them. */
export function ruleGroupTable(detections: readonly Detection[]): TableData {
  return buildTable([...groupsOf(detections).values()], COLUMNS, {
    noun: ['technique', 'techniques'],
    order: { column: 'rules', descending: true },
  });
}
