import { count } from '../../site/wording.ts';
import type { SearchRecord } from '../record.ts';
import type { RecordBuilder } from '../context.ts';

/** Each source, and the list of its rules where it has any. */
export const sourceRecords: RecordBuilder = ({ workspace }) =>
  workspace.sources.flatMap(({ spec: { name, role } }) => {
    const rules = workspace.detections.filter(({ source }) => source === name).length;
    const record = (path: string, title: string): SearchRecord => ({
      type: 'source',
      path,
      title,
      keys: [name],
      aliases: [],
      line: `${role} · ${count(rules, 'rule')}`,
      text: '',
      filters: { source: [name] },
    });
    return [
      record(`sources/${name}/`, `Source ${name}`),
      ...(rules === 0 ? [] : [record(`detections/${name}/`, `Detections of ${name}`)]),
    ];
  });
