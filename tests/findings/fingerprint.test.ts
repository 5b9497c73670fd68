import { expect, test } from 'vitest';
import { fingerprints } from '../../src/findings/fingerprint.ts';

const finding = { rule: 'mapping/unknown', source: 'team', path: 'a.yml', message: 'Unexpected `T9999`' };

test('a finding is the same wherever in the file it stands', () => {
  const [before] = fingerprints([{ ...finding, range: { line: 3, column: 1, endLine: 3, endColumn: 2 } }]);
  const [after] = fingerprints([{ ...finding, range: { line: 9, column: 5, endLine: 9, endColumn: 6 } }]);
  expect(after).toBe(before);
  expect(before).toMatch(/^[0-9a-f]{16}$/);
});

test('another rule, source, file or message is another finding, and so is the second of its kind', () => {
  const all = fingerprints([
    finding,
    finding,
    { ...finding, rule: 'mapping/malformed' },
    { ...finding, source: 'library' },
    { ...finding, path: 'b.yml' },
    { ...finding, message: 'Unexpected `T9998`' },
  ]);
  expect(new Set(all).size).toBe(6);
});
