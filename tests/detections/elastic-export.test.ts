import { expect, test } from 'vitest';
import { elasticExport } from '../../src/detections/formats/elastic-export.ts';
import { readWith } from '../reading.ts';
import { parseFile } from '../parse-file.ts';

const RULE = {
  id: '6a1c7d57-0001-4000-8000-000000000001',
  created_at: '2026-02-03T09:00:00.000Z',
  updated_at: '2026-04-05T09:00:00.000Z',
  name: 'Archive from a Share',
  tags: ['OS: Windows', 'Tactic: Collection', 'ours'],
  enabled: false,
  description: 'Finds an archive made of a share.',
  risk_score: 47,
  severity: 'medium',
  note: '## Triage\n\nLook.',
  author: ['A Team'],
  false_positives: ['Backups'],
  rule_id: 'be1c67d1-0000-4000-8000-00000000abcd',
  references: ['https://example.org/a'],
  related_integrations: [{ package: 'endpoint', version: '^8.2.0' }],
  setup: '',
  threat: [
    {
      framework: 'MITRE ATT&CK',
      tactic: { id: 'TA0009', name: 'Collection' },
      technique: [{ id: 'T1560', subtechnique: [{ id: 'T1560.001' }] }],
    },
    { framework: 'MITRE ATLAS', technique: [{ id: 'T0051' }] },
  ],
  type: 'eql',
  language: 'eql',
  index: ['logs-*'],
  query: 'process where true',
};

const LIST = { _version: 'WzEs', list_id: 'ours', name: 'Exceptions', type: 'detection' };
const SUMMARY = { exported_count: 3, exported_rules_count: 2, missing_rules: [] };

const lines = (...values: unknown[]): string =>
  `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;

test('an export is read line by line; lists of exceptions and the summary are no rules', () => {
  const text = lines(RULE, LIST, { ...RULE, name: 'Other', enabled: true }, SUMMARY);
  const { detections, findings } = readWith(elasticExport, 'rules_export.ndjson', text);
  expect(findings).toEqual([]);
  expect(
    detections.map(({ title, enabled, ordinal, lines: { from } }) => [title, enabled, ordinal, from]),
  ).toEqual([
    ['Archive from a Share', false, 0, 1],
    ['Other', true, 2, 3],
  ]);
  expect(detections[0]).toMatchObject({
    format: 'elastic-export',
    id: RULE.rule_id,
    description: RULE.description,
    status: 'unknown',
    severity: 'medium',
    riskScore: 47,
    authors: ['A Team'],
    created: '2026-02-03',
    modified: '2026-04-05',
    falsePositives: ['Backups'],
    logSources: ['endpoint', 'logs-*'],
    platforms: ['Windows'],
    tags: ['OS: Windows', 'ours'],
    language: 'eql',
    query: 'process where true',
    guide: '## Triage\n\nLook.',
    mappings: [
      { id: 'T1560', path: true },
      { id: 'T1560.001', tactic: 'TA0009' },
    ],
    tactics: [{ written: 'TA0009' }],
  });
});

/** The text a mapping's pointer leads to. */
function marked(text: string, path: string): (string | undefined)[] {
  return readWith(elasticExport, path, text).detections.map(({ ordinal, mappings }) => {
    const pointer = mappings[1]?.pointer ?? [];
    const span = elasticExport.valueSpan?.(text, ordinal, pointer);
    const range = elasticExport.locate(text, ordinal, pointer);
    const shown = text
      .split('\n')
      [(range?.line ?? 0) - 1]?.slice((range?.column ?? 0) - 1, (range?.endColumn ?? 0) - 1);
    expect(span && text.slice(span.start, span.end)).toBe(shown);
    return shown;
  });
}

const OTHER = JSON.parse(JSON.stringify(RULE).replace('T1560.001', 'T1560.002')) as typeof RULE;

test.each([
  ['lines', lines(LIST, RULE, OTHER)],
  ['a list', JSON.stringify([RULE, OTHER], null, 2)],
  ['the answer of an interface', JSON.stringify({ page: 1, total: 2, data: [RULE, OTHER] })],
  ['packaged rules', lines({ attributes: RULE, type: 'security-rule' }, { attributes: OTHER })],
])('pointers of rules in %s lead to their ids', (_name, text) => {
  expect(marked(text, 'a.json')).toEqual(['"T1560.001"', '"T1560.002"']);
});

test('rules of a list have the lines they stand on', () => {
  const text = JSON.stringify([RULE, OTHER], null, 2);
  const [first, second] = readWith(elasticExport, 'a.json', text).detections;
  const size = JSON.stringify(RULE, null, 2).split('\n').length;
  expect(first).toMatchObject({ ordinal: 0, lines: { from: 2, to: size + 1 } });
  expect(second).toMatchObject({ ordinal: 1, lines: { from: size + 2, to: 2 * size + 1 } });
});

test('a severity off the scale is found on its line', () => {
  const text = lines(RULE, { ...RULE, severity: 'grave' });
  const { detections, findings } = readWith(elasticExport, 'a.ndjson', text);
  expect(detections[1]).not.toHaveProperty('severity');
  expect(findings).toMatchObject([{ rule: 'elastic/invalid-value', range: { line: 2 } }]);
});

test('an export without a rule says so', () => {
  const read = readWith(elasticExport, 'a.ndjson', lines(LIST, SUMMARY));
  expect(read).toMatchObject({ isRecognised: true, detections: [], ignored: expect.any(String) as string });
});

test.each([
  ['a list of exceptions', lines(LIST)],
  ['a rule of Datadog', '{"name":"x","type":"log_detection","message":"m","queries":[],"cases":[]}'],
  ['a package', '{"name":"coverbook","type":"module","version":"1"}'],
  ['nothing of use', '[null, 3, "x", {"__proto__": {"rule_id": 1}}]'],
  ['a query that is saved', '{"name":"x","type":"query","query":"y"}'],
])('%s is no export', (_name, text) => {
  expect(readWith(elasticExport, 'a.json', text).isRecognised).toBe(false);
});

test('a list nested deeper than anyone writes is a finding, not an error', () => {
  const text = `[${JSON.stringify(RULE)}, ${'['.repeat(100_000)}${']'.repeat(100_000)}]`;
  expect(parseFile('a.json', Buffer.from(text))).toMatchObject({
    finding: { message: expect.stringContaining('nested more than 100 levels deep') as string },
  });
});
