import { logPath } from '../output/paths.ts';
import { buildTable } from '../tables/build-table.ts';
import type { TableData } from '../tables/table-data.ts';
import { detectionTable } from './detection-table.ts';
import { logSources, type LogSource } from './log-sources.ts';
import { techniqueItems } from './table-items.ts';
import { figure } from './wording.ts';

const number = (value: number): { text: string; order: number; quiet?: true } => ({
  text: figure(value),
  order: value,
  ...(value === 0 && { quiet: true }),
});

/** Every log source rules name, those with most rules first. */
export function logTable(): TableData {
  return buildTable(
    [...logSources().values()],
    [
      {
        id: 'name',
        label: 'Log source',
        role: 'head',
        of: ({ name, slug }: LogSource) => ({ text: name, path: logPath(slug) }),
      },
      {
        id: 'collected',
        label: 'Collected',
        facet: true,
        of: ({ collected }) =>
          collected === 'unknown'
            ? { text: collected, unknown: true }
            : { text: collected, order: collected === 'yes' ? 0 : 1 },
      },
      {
        id: 'platform',
        label: 'Platforms',
        role: 'list',
        wide: true,
        facet: true,
        of: ({ platforms }) =>
          platforms.length === 0
            ? { text: 'not stated', unknown: true }
            : platforms.map((text) => ({ text })),
      },
      {
        id: 'rules',
        label: 'Rules',
        role: 'number',
        descending: true,
        of: ({ detections }) => number(detections.length),
      },
      {
        id: 'counting',
        label: 'Counting',
        role: 'number',
        descending: true,
        of: ({ detections }) => number(detections.filter(({ counts }) => counts).length),
      },
      {
        id: 'tested',
        label: 'Tested',
        role: 'number',
        descending: true,
        of: ({ detections }) => number(testedOf({ detections })),
      },
      {
        id: 'techniques',
        label: 'Techniques',
        role: 'number',
        descending: true,
        of: (log) => number(techniquesOf(log)),
      },
    ],
    { noun: ['log source', 'log sources'], order: { column: 'rules', descending: true } },
  );
}

/** The rules of one log source; what else they look at where some do. */
export function rulesOfLog({ detections }: LogSource): TableData {
  const isAlone = detections.every(({ logSources: named }) => named.length === 1);
  return detectionTable(detections, { without: isAlone ? ['log'] : [] });
}

/** How many of its rules pass a test. */
export function testedOf({ detections }: Pick<LogSource, 'detections'>): number {
  return detections.filter(({ passingTests }) => passingTests.length > 0).length;
}

/** How many techniques its rules speak for. */
export function techniquesOf({ detections }: Pick<LogSource, 'detections'>): number {
  return new Set(detections.flatMap(({ mappings }) => techniqueItems(mappings).map(({ text }) => text))).size;
}
