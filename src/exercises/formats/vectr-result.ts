import type { CsvRow } from '../../documents/csv.ts';
import { textOf } from '../../documents/fields.ts';
import { dayOfTime } from '../../documents/times.ts';
import { techniqueByIdOrName, type LoggedResult } from '../logged-result.ts';
import type { vectrOutcome } from './vectr-outcome.ts';

export type Cells = CsvRow['cells'];

/** One row of the export. */
export interface VectrTestCase {
  cells: Cells;
  /** Which row, from 0. */
  index: number;
  outcome: ReturnType<typeof vectrOutcome>;
}

/**
 * What a test case says, or undefined when it says nothing. `Detection Time` is filled whatever the outcome, and is not
 * looked at.
 */
export function vectrResult({ cells, index, outcome }: VectrTestCase): LoggedResult | undefined {
  if (outcome === 'open' || outcome === 'unknown') return undefined;
  const mapping = techniqueByIdOrName(
    { text: textOf(cells['MitreID']), pointer: [index, 'MitreID'] },
    // The export leaves the id empty where its catalogue has none; the method is then the technique's name.
    { text: textOf(cells['Method']), pointer: [index, 'Method'] },
  );
  const name = textOf(cells['Variant']);
  const target = textOf(cells['TargetAssets']);
  const date = ['Start Time', 'Start Time Epoch', 'Stop Time', 'Stop Time Epoch']
    .map((column) => dayOfTime(cells[column]))
    .find((day) => day !== undefined);
  const notes = notesOf(cells, outcome);
  return {
    result: {
      ...(name !== undefined && { name }),
      ...(target !== undefined && { target }),
      detections: [],
      outcome,
      ...(date !== undefined && { date }),
      ...(notes !== '' && { notes }),
    },
    mapping,
    pointer: [index, 'Start Time'],
  };
}

function notesOf(cells: Cells, outcome: VectrTestCase['outcome']): string {
  const isLogged = outcome === 'missed' && /^yes$/i.test(textOf(cells['Activity Logged']) ?? '');
  const tools = textOf(cells['DetectingTools']);
  return [
    isLogged ? 'Activity was logged, nothing detected it' : undefined,
    tools === undefined ? undefined : `Detecting tools: ${tools}`,
    textOf(cells['Outcome Notes']),
  ]
    .filter((note) => note !== undefined)
    .join('; ');
}
