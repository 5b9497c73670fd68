import { expect, test } from 'vitest';
import { bareName } from '../../src/search/bare-name.ts';
import { fileStem } from '../../src/search/file-stem.ts';
import { keyWords, searchWords } from '../../src/scripts/search/search-words.ts';

test('the extension of a rule file is left out, other dots stay', () => {
  expect(searchWords('  proc_creation.yml ')).toBe('proc_creation');
  expect(searchWords('T1059.001  lsass.exe')).toBe('T1059.001 lsass.exe');
});

test('names of files are written as keys are, and only when there is one', () => {
  expect(keyWords('proc_creation_win T1059.001')).toBe('proccreationwin T1059.001');
  expect(keyWords('T1059.001')).toBeUndefined();
});

test('ids are the same however they are punctuated', () => {
  expect(bareName('T1059.001')).toBe(bareName('t1059001'));
  expect(bareName('19AEFED0-ffd4')).toBe('19aefed0ffd4');
});

test('the stem of a file is its name without folder and extension', () => {
  expect(fileStem('rules/a.b/proc_creation.yml')).toBe('proc_creation');
  expect(fileStem('.hidden')).toBe('.hidden');
});
