import { expect, test } from 'vitest';
import { fingerprints } from '../../src/findings/fingerprint.ts';

const finding = { rule: 'mapping/unknown', source: 'team', path: 'a.yml', message: 'Unexpected `T9999`' };

test('a finding is the same wherever in the file it stands', () => {
  const at = (line: number) => ({ ...finding, range: { line, column: 1, endLine: line, endColumn: 2 } });
  const [before] = fingerprints([at(3)]);
  const [after] = fingerprints([at(9)]);
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
