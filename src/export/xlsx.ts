import { writeXlsx } from 'hucre/xlsx';
import type { Workspace } from '../workspace/workspace.ts';
import type { Table } from './tables/table.ts';
import { aboutSheet } from './xlsx/about.ts';
import { sheetOf } from './xlsx/sheet.ts';
import { FONT } from './xlsx/styles.ts';

/**
 * A workbook with a sheet for each table and one that says what it was made from. Text is stored as text, so that
 * nothing in it is ever a formula. The only time in the file is the day the workspace stands for.
 */
export function toXlsx(
  workspace: Pick<Workspace, 'config' | 'now' | 'knowledge' | 'sources'>,
  tables: readonly Table[],
): Promise<Uint8Array> {
  const day = new Date(`${workspace.now}T00:00:00Z`);
  return writeXlsx({
    sheets: [...tables.map(sheetOf), aboutSheet(workspace)],
    defaultFont: FONT,
    properties: { title: workspace.config.title, creator: 'Coverbook', created: day, modified: day },
  });
}
