import { expect, test } from 'vitest';
import { osquery } from '../../src/detections/formats/osquery.ts';
import { readWith } from '../reading.ts';

const QUERY = `-- Shells whose parent is a print service (event-based)
--
-- references:
--   * https://attack.mitre.org/techniques/T1059/004/ (Unix Shell)
--   *https://attack.mitre.org/versions/v14/techniques/T1203 (Exploitation for Client Execution)
--   * https://example.org/why
--
-- false positives:
--   * filters that call a script
--   * none known
--
-- tags: transient process events
-- platform: posix
-- interval: 300
SELECT pid, path -- https://attack.mitre.org/techniques/T1105/
FROM process_events
`;

test('a query with a comment on top is read, mapped by the addresses among its references', () => {
  const { detections, findings } = readWith(osquery, 'print-shells.sql', QUERY);
  expect(findings).toEqual([]);
  expect(detections).toMatchObject([
    {
      format: 'osquery',
      title: 'Shells whose parent is a print service (event-based)',
      status: 'unknown',
      platforms: ['Linux', 'macOS'],
      tags: ['transient', 'process', 'events'],
      falsePositives: ['filters that call a script'],
      references: [
        'https://attack.mitre.org/techniques/T1059/004/',
        'https://attack.mitre.org/versions/v14/techniques/T1203',
        'https://example.org/why',
      ],
      mappings: [
        { id: 'T1059.004', written: 'https://attack.mitre.org/techniques/T1059/004', provenance: 'declared' },
        { id: 'T1203' },
      ],
      language: 'sql',
      query: QUERY.trim(),
      lines: { from: 1, to: 16 },
    },
  ]);
  expect(detections[0]).not.toHaveProperty('severity');
});

test('its pointers lead to the addresses, and to the first line where there is no other place', () => {
  const [detection] = readWith(osquery, 'a.sql', QUERY).detections;
  const pointer = detection?.mappings[1]?.pointer ?? [];
  expect(osquery.locate(QUERY, 0, pointer)).toEqual({ line: 5, column: 7, endLine: 5, endColumn: 61 });
  expect(osquery.locate(QUERY, 0, [])).toMatchObject({ line: 1, column: 1 });
});

test.each([
  ['-- tags: net\n-- platform: darwin\nSELECT 1;\n', 'ports', ['macOS']],
  ['-- Ports\n-- platform: windows, linux\n-- interval: 60\nSELECT 1;\n', 'Ports', ['Windows', 'Linux']],
  ['-- Ports\n-- refs: https://attack.mitre.org/techniques/T1571/\nSELECT 1;\n', 'Ports', []],
])('%j is one query', (text, title, platforms) => {
  expect(readWith(osquery, 'ports.sql', text).detections).toMatchObject([{ title, platforms }]);
});

test('addresses outside of the references are no mapping', () => {
  const text =
    '-- See https://attack.mitre.org/techniques/T1571/\n-- tags: a\n-- platform: linux\nSELECT 1;\n';
  expect(readWith(osquery, 'a.sql', text).detections).toMatchObject([{ mappings: [] }]);
});

test('a query that only collects is no detection', () => {
  const read = readWith(
    osquery,
    'a.sql',
    '-- All pipes\n-- tags: postmortem\n-- platform: posix\nSELECT 1;\n',
  );
  expect(read).toMatchObject({ isRecognised: true, detections: [], ignored: expect.any(String) as string });
});

test.each([
  'SELECT 1;\n',
  '-- Creates the tables\n-- version: 3\nCREATE TABLE a (b INT);\n',
  '-- references: the wiki\nSELECT 1;\n',
  '-- tags: a\n-- platform: linux\n',
  '\n',
])('SQL of another kind is not taken: %j', (text) => {
  expect(readWith(osquery, 'a.sql', text).isRecognised).toBe(false);
});
