import { fieldLists, type Fields, textOf } from '../../documents/fields.ts';
import type { TestReference } from '../detection.ts';

/**
 * The unit tests written into a Panther detection. A rule that returns true raises an alert; a policy that returns
 * true is content with the resource, so its tests fire where they expect false. A test that does not say what it
 * expects is left out.
 *
 * @see https://docs.panther.com/detections/testing
 */
export function pantherTests(fields: Fields): TestReference[] {
  const isPolicy = textOf(fields['AnalysisType'])?.toLowerCase() === 'policy';
  return fieldLists(fields['Tests']).flatMap(({ fields: test, index }): TestReference[] => {
    const expected = textOf(test['ExpectedResult'])?.toLowerCase();
    if (expected !== 'true' && expected !== 'false') return [];
    const name = textOf(test['Name']) ?? `Test ${index + 1}`;
    return [{ kind: 'panther-test', name, fires: (expected === 'true') !== isPolicy }];
  });
}
