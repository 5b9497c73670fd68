import { fieldLists, fieldsOf, textOf } from '../../documents/fields.ts';
import { locateJson } from '../../documents/locate-json.ts';
import type { Reader } from '../../readers/reader.ts';
import { calderaExercise, type CalderaLink } from './caldera-link.ts';

/** The report of a MITRE Caldera operation: JSON with the steps of every agent. */
export const calderaReports: Reader = {
  id: 'caldera-report',
  extensions: ['.json'],

  recognises({ documents: [document] }) {
    const data = fieldsOf(document?.data);
    return (
      data !== undefined &&
      Array.isArray(data['host_group']) &&
      'adversary' in data &&
      fieldsOf(data['steps']) !== undefined
    );
  },

  read({ documents: [document], text }) {
    const report = fieldsOf(document?.data) ?? {};
    const hosts = new Map(
      fieldLists(report['host_group']).map(({ fields }) => [textOf(fields['paw']), textOf(fields['host'])]),
    );
    const links = Object.entries(fieldsOf(report['steps']) ?? {}).flatMap(([paw, agent]) =>
      fieldLists(fieldsOf(agent)?.['steps']).map(({ fields, index }): CalderaLink => ({
        status: fields['status'],
        times: [fields['agent_reported_time'], fields['run'], fields['delegated']],
        finished: fields['run'],
        ability: { id: fields['ability_id'], name: fields['name'] },
        host: hosts.get(paw) ?? paw,
        attack: fieldsOf(fields['attack']) ?? {},
        pointer: ['steps', paw, 'steps', index, 'attack'],
      })),
    );
    const adversary = fieldsOf(report['adversary'])?.['name'];
    return calderaExercise('caldera-report', { name: report['name'], adversary }, links, (pointer) =>
      locateJson(text, 0, pointer),
    );
  },

  locate: locateJson,
};
