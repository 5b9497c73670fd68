import { fieldLists, fieldsOf, textOf } from '../../documents/fields.ts';
import { locateJson } from '../../documents/locate-json.ts';
import type { Reader } from '../../readers/reader.ts';
import { calderaExercise, type CalderaLink } from './caldera-link.ts';

/** The event log of a MITRE Caldera operation: a JSON list with one entry for each link that was handed out. */
export const calderaEvents: Reader = {
  id: 'caldera-events',
  extensions: ['.json'],

  recognises({ documents: [document] }) {
    const list: unknown = document?.data;
    const first = Array.isArray(list) ? fieldsOf(list[0]) : undefined;
    return first !== undefined && 'attack_metadata' in first && 'ability_metadata' in first;
  },

  read({ documents: [document], text }) {
    const events = fieldLists(document?.data);
    const links = events.map(({ fields, index }): CalderaLink => {
      const agent = fieldsOf(fields['agent_metadata']);
      const ability = fieldsOf(fields['ability_metadata']);
      return {
        status: fields['status'],
        times: [
          fields['agent_reported_time'],
          fields['finished_timestamp'],
          fields['collected_timestamp'],
          fields['delegated_timestamp'],
        ],
        finished: fields['finished_timestamp'],
        ability: { id: ability?.['ability_id'], name: ability?.['ability_name'] },
        host: textOf(agent?.['host']) ?? textOf(agent?.['paw']),
        attack: fieldsOf(fields['attack_metadata']) ?? {},
        pointer: [index, 'attack_metadata'],
      };
    });
    const operation = fieldsOf(events[0]?.fields['operation_metadata']);
    return calderaExercise(
      'caldera-events',
      { name: operation?.['operation_name'], adversary: operation?.['operation_adversary'] },
      links,
      (pointer) => locateJson(text, 0, pointer),
    );
  },

  locate: locateJson,
};
