import { fieldsOf, type Fields } from '../../documents/fields.ts';
import type { ParsedFile } from '../../documents/document.ts';
import { locateCsv } from '../../documents/locate-csv.ts';
import { locateJson } from '../../documents/locate-json.ts';
import type { Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import { invokeAtomicExercise, isInvokeAtomic, type InvokeAtomicRow } from './invoke-atomic-row.ts';

/** The execution log Invoke-AtomicRedTeam writes by default: CSV. */
export const invokeAtomicCsv: Reader = {
  id: 'invoke-atomic',
  extensions: ['.csv'],

  recognises: ({ documents: [document] }) =>
    document?.syntax === 'csv' && isInvokeAtomic((column) => document.data.header.includes(column)),

  read({ documents: [document], text }) {
    if (document?.syntax !== 'csv') return {};
    const rows = document.data.rows.map(({ cells }, index) => ({ fields: cells, pointer: [index] }));
    return invokeAtomicExercise(rows, (pointer) => locateCsv(text, 0, pointer));
  },

  locate: locateCsv,
};

/** What its syslog and Windows event loggers send, collected: the same keys, one JSON object a line or one list. */
export const invokeAtomicJson: Reader = {
  id: 'invoke-atomic-json',
  extensions: ['.json', '.ndjson', '.jsonl'],

  recognises({ documents: [document] }) {
    if (document?.syntax !== 'json') return false;
    const [first] = entriesOf(document.data);
    return first !== undefined && isRun(first.fields);
  },

  read(file) {
    return invokeAtomicExercise(rowsOf(file), (pointer) => locateInLines(file.text, 0, pointer));
  },

  locate: locateInLines,
};

/** The pointer's first step is the line's document: an exercise is one item over all of them. */
function locateInLines(text: string, _ordinal: number, [line, ...rest]: Pointer): Range | undefined {
  return typeof line === 'number' ? locateJson(text, line, rest) : undefined;
}

function rowsOf({ documents }: ParsedFile): InvokeAtomicRow[] {
  return documents.flatMap(({ data, ordinal }) =>
    entriesOf(data)
      .filter(({ fields }) => isRun(fields))
      .map(({ fields, pointer }) => ({ fields, pointer: [ordinal, ...pointer] })),
  );
}

/** Other events may stand between the runs of a collected log. */
function isRun(fields: Fields): boolean {
  return isInvokeAtomic((column) => Object.hasOwn(fields, column));
}

function entriesOf(data: unknown): InvokeAtomicRow[] {
  if (!Array.isArray(data)) {
    const fields = fieldsOf(data);
    return fields ? [{ fields, pointer: [] }] : [];
  }
  return data.flatMap((item: unknown, index) => {
    const fields = fieldsOf(item);
    return fields ? [{ fields, pointer: [index] }] : [];
  });
}
