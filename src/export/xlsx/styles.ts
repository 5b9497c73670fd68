import type { CellStyle, ColumnDef } from 'hucre/xlsx';
import { LEVELS, type Level } from '../../coverage/assessment.ts';
import { LEVEL_COLORS } from '../level-colors.ts';
import type { Column } from '../tables/table.ts';

const INK = '131F2B';

/** Of every cell: a font that is not named is another one in every program. */
export const FONT = { name: 'Calibri', size: 11 } as const;

export const LINK_FONT = { ...FONT, color: { rgb: '0B5A86' }, underline: true } as const;

export function isLevel(value: unknown): value is Level {
  return LEVELS.includes(value as Level);
}

/** The level's colour behind its word. */
export function levelStyle(level: Level): CellStyle {
  const { fill, on } = LEVEL_COLORS[level];
  return {
    ...filled(fill),
    font: { ...FONT, color: { rgb: rgb(on) } },
    alignment: { vertical: 'top' },
  };
}

/** White on ink, over numbers to the right as they are; a column that counts a level bears its colour. */
export function headerStyle({ key, kind }: Pick<Column, 'key' | 'kind'>): CellStyle {
  const { fill, on } = isLevel(key) ? LEVEL_COLORS[key] : { fill: `#${INK}`, on: '#ffffff' };
  return {
    ...filled(fill),
    font: { ...FONT, bold: true, color: { rgb: rgb(on) } },
    alignment: {
      vertical: 'center',
      wrapText: true,
      ...(kind === 'number' && { horizontal: 'right', indent: 1 }),
    },
  };
}

export function columnDef({ kind, width }: Column): ColumnDef {
  return {
    width: width + 2,
    style: {
      // Numbers keep clear of the text beside them.
      alignment: { vertical: 'top', ...(kind === 'number' && { horizontal: 'right', indent: 1 }) },
      ...(kind === 'date' && { numFmt: 'yyyy-mm-dd' }),
      ...(kind === 'number' && { numFmt: '0' }),
    },
  };
}

function filled(color: string): Pick<CellStyle, 'fill'> {
  return { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: rgb(color) } } };
}

/** `#c1e5f2` → `C1E5F2` */
function rgb(color: string): string {
  return color.slice(1).toUpperCase();
}
