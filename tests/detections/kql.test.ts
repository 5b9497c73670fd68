import { expect, test } from 'vitest';
import { kql } from '../../src/detections/formats/kql.ts';
import { readWith } from '../reading.ts';

test('a query says in a comment on top what it is; ids in it are no mapping', () => {
  const text = `// ==========
// Name: Tickets with weak ciphers
// Author: Ann Other, Bo Other
// Description: Finds tickets (T1558.003)
// that a client asked for in RC4.
// MITRE ATT&CK: T1558.003
// Created: 2026/02/03
// Last updated: 2026-03-04
// References:
//   - https://example.org/a
//   - https://example.org/b
// ==========
SecurityEvent
| where EventID == 4769 // T1558
`;
  const { detections, findings } = readWith(kql, 'tickets.kql', text);
  expect(findings).toEqual([]);
  expect(detections).toMatchObject([
    {
      format: 'kql',
      title: 'Tickets with weak ciphers',
      description: 'Finds tickets (T1558.003) that a client asked for in RC4.',
      authors: ['Ann Other', 'Bo Other'],
      created: '2026-02-03',
      modified: '2026-03-04',
      references: ['https://example.org/a', 'https://example.org/b'],
      language: 'kql',
      query: text.trim(),
      mappings: [],
      tactics: [],
      tags: [],
      lines: { from: 1, to: 14 },
    },
  ]);
  expect(detections[0]).not.toHaveProperty('severity');
});

test.each([
  ['// Sign-ins from nowhere\n// by country\nSigninLogs\n', 'Sign-ins from nowhere'],
  ['// T1078\n// Author: A\nSigninLogs\n', 'T1078'],
  ['// Technique: T1078\nSigninLogs\n', 'stem'],
  ['// https://example.org\nSigninLogs\n', 'stem'],
  [`// ${'long '.repeat(40)}\nSigninLogs\n`, 'stem'],
  ['SigninLogs\n// leave out the guests\n| take 1\n', 'stem'],
  ['// Description: what\n// it does\nSigninLogs\n', 'stem'],
])('the title of %j is `%s`', (text, title) => {
  expect(readWith(kql, 'queries/stem.kusto', text).detections[0]?.title).toBe(title);
});

test('an upper-case extension makes no difference', () => {
  expect(readWith(kql, 'a.KQL', 'SigninLogs').detections).toHaveLength(1);
});

test('an empty file is nothing, and one of comments alone no query', () => {
  expect(readWith(kql, 'a.kql', ' \n').isRecognised).toBe(false);
  expect(readWith(kql, 'a.kql', '// to do\n')).toMatchObject({
    detections: [],
    ignored: expect.any(String) as string,
  });
});

test('a text without a title of its own can be shown by its first line', () => {
  expect(kql.locate('SigninLogs\n| take 1\n', 0, [])).toMatchObject({ line: 1, column: 1 });
});

test('other text is not taken for Kusto', () => {
  expect(readWith(kql, 'a.sql', 'SELECT 1').isRecognised).toBe(false);
});
