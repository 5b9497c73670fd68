import { expect, test } from 'vitest';
import { looksFor } from '../../src/detections/looks-for.ts';
import type { Judgement } from '../../src/robustness/judgement.ts';

const robustness: Judgement = {
  rung: 'tool',
  because: '',
  parts: [{ field: 'Image', written: "Image|endswith: '\\a.exe'", rung: 'tool', why: '' }],
  by: 'query',
};

test.each([
  ['Detects a.exe when it runs. It may be renamed.', 'Detects a.exe when it runs.', ['It may be renamed.']],
  [
    'Detects shells (e.g. Bash, see T1059.004.) started by a server. More.',
    'Detects shells (e.g. Bash, see T1059.004.) started by a server.',
    ['More.'],
  ],
  ['Detects tools, e.g. Rubeus. Then more.', 'Detects tools, e.g. Rubeus.', ['Then more.']],
  ['One line\nover two. Rest\n\nNext paragraph', 'One line over two.', ['Rest', 'Next paragraph']],
  ['No full stop', 'No full stop', []],
])('the description %j begins with %j', (description, sentence, more) => {
  expect(looksFor({ description, logSources: [] })).toEqual({ sentence, by: 'description', more });
});

test('without a description it is where it looks and what decides, as written', () => {
  expect(looksFor({ logSources: ['windows · process_creation', 'dns'], robustness })).toEqual({
    sentence: "Events of `process_creation on windows` where `Image|endswith: '\\a.exe'`.",
    by: 'facts',
    more: [],
  });
});

test('where neither is known nothing is said', () => {
  expect(looksFor({ description: ' \n ', logSources: ['dns'] })).toBeUndefined();
  expect(looksFor({ logSources: [], robustness })).toBeUndefined();
});
