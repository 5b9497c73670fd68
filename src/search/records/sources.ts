import { count } from '../../site/wording.ts';
import type { RecordBuilder } from '../context.ts';

/** The list of the rules of each source that has any. */
export const sourceRecords: RecordBuilder = ({ workspace }) =>
  workspace.sources.flatMap(({ spec }) => {
    const rules = workspace.detections.filter(({ source }) => source === spec.name).length;
    return rules === 0
      ? []
      : [
          {
            type: 'source',
            path: `detections/${spec.name}/`,
            title: `Detections of ${spec.name}`,
            keys: [spec.name],
            aliases: [],
            line: `${spec.role} · ${count(rules, 'rule')}`,
            text: '',
            filters: { source: [spec.name] },
          },
        ];
  });
