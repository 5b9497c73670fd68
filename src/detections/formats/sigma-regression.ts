import { locateYaml } from '../../documents/locate-yaml.ts';
import type { Reader, RegressionTest } from '../../readers/reader.ts';
import { isoDate } from '../../documents/dates.ts';
import { fieldLists, type Fields, fieldsOf, textOf } from '../../documents/fields.ts';

/**
 * Descriptions of regression tests as SigmaHQ keeps them beside its rules (`regression_data/…/info.yml`): which rules
 * they are for, and how many events of the sample must match.
 */
export const sigmaRegression: Reader = {
  id: 'sigma-regression',
  extensions: ['.yml', '.yaml'],

  recognises: (file) =>
    file.documents.some(({ data }) => Array.isArray(fieldsOf(data)?.['rule_metadata']) && !isRule(data)),

  read: (file) => ({
    regressions: file.documents.flatMap(({ data }) => {
      const fields = fieldsOf(data);
      return fields && Array.isArray(fields['rule_metadata']) ? [regressionTest(fields)] : [];
    }),
  }),

  locate: locateYaml,
};

function isRule(data: unknown): boolean {
  return fieldsOf(data)?.['detection'] !== undefined;
}

function regressionTest(info: Fields): RegressionTest {
  const date = isoDate(info['date']);
  return {
    rules: fieldLists(info['rule_metadata']).flatMap(({ fields }) => textOf(fields['id']) ?? []),
    tests: fieldLists(info['regression_tests_info']).map(({ fields }) => test(fields)),
    ...(date !== undefined && { date }),
  };
}

function test(fields: Fields): RegressionTest['tests'][number] {
  const [name, path, matches] = [textOf(fields['name']), textOf(fields['path']), fields['match_count']];
  return {
    ...(name !== undefined && { name }),
    ...(typeof matches === 'number' && { matches }),
    ...(path !== undefined && { path }),
  };
}
