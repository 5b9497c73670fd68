import { expect, test } from 'vitest';
import { sigmaRegression } from '../../src/detections/formats/sigma-regression.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readWith } from '../reading.ts';

test('regression data says for which rules it is and how many events must match', () => {
  const { regressions, findings } = readWith(
    sigmaRegression,
    'regression_data/x/info.yml',
    `id: 78005a80-bbfd-475c-a4b2-f562a7b0fecf
date: 2025-11-27
rule_metadata:
    - id: af688c76-4ce4-4309-bfdd-e896f01acf27
      title: A rule
regression_tests_info:
    - name: Positive Detection Test
      type: evtx
      match_count: 2
      path: regression_data/x/sample.evtx
    - name: Without a count
`,
  );
  expect(findings).toEqual([]);
  expect(regressions).toEqual([
    {
      rules: ['af688c76-4ce4-4309-bfdd-e896f01acf27'],
      tests: [
        { name: 'Positive Detection Test', matches: 2, path: 'regression_data/x/sample.evtx' },
        { name: 'Without a count' },
      ],
      date: '2025-11-27',
    },
  ]);
});

const shared = corpora('SigmaHQ regression data');

test.runIf(shared)('all regression data of SigmaHQ is read; one folder of 203 has no tests', () => {
  const folder = corpusFolder(shared ?? '', 'sigma-regression-info.tar.gz');
  const read = corpusFiles(folder, ['**/info.yml']).map(({ path, bytes }) =>
    readWith(sigmaRegression, path, bytes),
  );
  expect(read.flatMap(({ findings }) => findings)).toEqual([]);
  const regressions = read.flatMap((file) => file.regressions);
  expect(regressions).toHaveLength(203);
  expect(regressions.filter(({ tests }) => tests.length === 0)).toHaveLength(1);
  expect(regressions.every(({ rules }) => rules.length === 1)).toBe(true);
});
