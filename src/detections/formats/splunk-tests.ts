import { fieldLists, type Fields, textOf } from '../../documents/fields.ts';
import type { Simulation, TestReference } from '../detection.ts';
import { splunkField } from './splunk-fields.ts';

/** Recorded attacks a search is replayed on; one that says it is tested by hand has none that anybody runs. */
export function splunkTests(content: Fields): TestReference[] {
  if (textOf(splunkField(content, 'manual_test').value) !== undefined) return [];
  return fieldLists(content['tests']).flatMap(({ fields }): TestReference[] => {
    const data = fieldLists(fields['attack_data'])
      .flatMap(({ fields: recorded }) => textOf(recorded['data']) ?? [])
      .filter(isRecording);
    const name = textOf(fields['name']);
    return data.length === 0 || textOf(fields['test_type']) === 'manual'
      ? []
      : [{ kind: 'splunk-attack-data', ...(name !== undefined && { name }), data }];
  });
}

/** The address contentctl puts into new content is that of its manual. */
function isRecording(address: string): boolean {
  return /^https?:\/\//i.test(address) && !/\/contentctl\/wiki\/?$/i.test(address);
}

export function splunkSimulations(content: Fields): Simulation[] {
  const { value, pointer } = splunkField(content, 'atomic_guid');
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown, index) => {
    const id = textOf(item)?.toLowerCase();
    if (id === undefined) return [];
    return [{ type: 'atomic-red-team', id, pointer: Array.isArray(value) ? [...pointer, index] : pointer }];
  });
}
