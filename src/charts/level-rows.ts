import type { Level } from '../coverage/assessment.ts';
import { LEVEL_WORDS } from '../site/level-words.ts';
import { figure, percent } from '../site/wording.ts';
import type { Chart, ChartKey } from './chart.ts';
import { stackedRows } from './stacked-rows.ts';

/** From the left: proof first, then what needs work; what is open stands at the end, where bars are compared. */
export const LEVELS_STACKED: readonly Level[] = ['proven', 'tested', 'claimed', 'hunted', 'failed', 'none'];

/** Something with a number of techniques on each level. */
export interface LevelRow {
  label: string;
  levels: Record<Level, number>;
  covered: number;
  total: number;
  path?: string;
}

/** Picture, key and table of rows by level; what stands out is the caller's to say. */
export function levelRows(rows: readonly LevelRow[], heading: string): Omit<Chart, 'summary'> {
  const shown = LEVELS_STACKED.filter((level) => rows.some(({ levels }) => levels[level] > 0));
  return {
    ...stackedRows(
      rows.map(({ label, levels, covered, total }) => ({
        label,
        parts: shown.map((level) => ({ paint: `level-${level}`, value: levels[level] })),
        end: `${figure(covered)} of ${figure(total)} · ${String(percent(covered, total))} %`,
      })),
    ),
    key: shown.map((level): ChartKey => ({ paint: `level-${level}`, label: LEVEL_WORDS[level].name })),
    table: {
      columns: [
        { label: heading },
        ...shown.map((level) => ({ label: LEVEL_WORDS[level].name, numeric: true })),
        { label: 'Covered', numeric: true },
        { label: 'In scope', numeric: true },
      ],
      rows: rows.map(({ label, levels, covered, total, path }) => ({
        cells: [label, ...shown.map((level) => figure(levels[level])), figure(covered), figure(total)],
        ...(path !== undefined && { path }),
      })),
    },
  };
}
