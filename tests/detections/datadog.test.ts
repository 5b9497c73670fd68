import { expect, test } from 'vitest';
import { datadog } from '../../src/detections/formats/datadog.ts';
import { readWith } from '../reading.ts';

const RULE = {
  id: 'abc-123-xyz',
  name: 'Many failed console sign-ins',
  type: 'log_detection',
  isEnabled: true,
  createdAt: 1767225600000,
  updatedAt: 0,
  message: '## Goal\nDetect guessing\nat the console.\n\n## Triage\n1. Ask {{@usr.name}}.',
  tags: [
    'tactic:TA0006-credential-access',
    'technique:T1110.001-password-guessing',
    'technique:valid-accounts',
    'technique:AML.T0012-valid-accounts',
    'source:cloudtrail',
    'security:attack',
    'T1078',
    7,
    null,
  ],
  queries: [
    { name: 'failed', query: 'source:cloudtrail @evt.outcome:failure' },
    { name: 'passed', query: 'source:cloudtrail @evt.outcome:success' },
    { ruleId: 'other' },
  ],
  cases: [
    { name: 'guessed', status: 'high', condition: 'failed > 5 && passed > 0' },
    { name: 'guessing', status: 'info', condition: 'failed > 5' },
  ],
  options: { detectionMethod: 'threshold' },
};

test('a rule is read: techniques and tactics out of its tags, the severity of its worst case', () => {
  const { detections, findings } = readWith(datadog, 'rule.json', JSON.stringify(RULE, null, 2));
  expect(findings).toEqual([]);
  expect(detections).toMatchObject([
    {
      format: 'datadog',
      id: 'abc-123-xyz',
      title: 'Many failed console sign-ins',
      description: 'Detect guessing at the console.',
      guide: RULE.message,
      status: 'unknown',
      enabled: true,
      severity: 'high',
      created: '2026-01-01',
      logSources: ['cloudtrail'],
      tags: ['technique:AML.T0012-valid-accounts', 'security:attack', 'T1078', '7'],
      query: 'source:cloudtrail @evt.outcome:failure\n\nsource:cloudtrail @evt.outcome:success',
      mappings: [
        { written: 'technique:T1110.001-password-guessing', id: 'T1110.001', pointer: ['tags', 1] },
        { written: 'technique:valid-accounts', id: 'valid accounts', pointer: ['tags', 2] },
      ],
      tactics: [{ written: 'TA0006-credential-access', pointer: ['tags', 0] }],
      lines: { from: 1 },
    },
  ]);
  expect(detections[0]).not.toHaveProperty('modified');
});

test.each([
  ['a list', JSON.stringify([RULE, RULE], null, 1)],
  [
    'the answer to a listing',
    JSON.stringify({ data: [RULE, RULE], meta: { page: { total_count: 2 } } }, null, 1),
  ],
  ['lines', `${JSON.stringify(RULE)}\n${JSON.stringify(RULE)}\n`],
])('rules in %s are read, and their pointers lead to their own tags', (_name, text) => {
  const { detections } = readWith(datadog, 'rules.json', text);
  expect(detections.map(({ ordinal }) => ordinal)).toEqual([0, 1]);
  const places = detections.map(({ ordinal, mappings }) => {
    const pointer = mappings[0]?.pointer ?? [];
    const span = datadog.valueSpan?.(text, ordinal, pointer);
    expect(span && text.slice(span.start, span.end)).toBe('"technique:T1110.001-password-guessing"');
    return datadog.locate(text, ordinal, pointer)?.line ?? 0;
  });
  expect(places[0]).toBeLessThan(places[1] ?? 0);
});

test('a rule that is switched off or deleted says so', () => {
  const read = (more: object) =>
    readWith(datadog, 'a.json', JSON.stringify({ ...RULE, ...more })).detections[0];
  expect(read({ isEnabled: false })?.enabled).toBe(false);
  expect(read({ isDeleted: true })?.status).toBe('deprecated');
});

test('a rule whose cases state no severity states none', () => {
  const rule = { ...RULE, cases: [{ status: 'loud' }] };
  expect(readWith(datadog, 'a.json', JSON.stringify(rule)).detections[0]).not.toHaveProperty('severity');
});

test.each([
  [
    'a monitor',
    { name: 'x', message: 'y', query: 'avg(last_5m):a > 1', options: {}, tags: ['technique:T1110'] },
  ],
  ['cases of something else', { name: 'x', message: 'y', cases: [{ id: 1 }], queries: [] }],
  ['odd values', { name: {}, message: [], cases: 'none', queries: null }],
])('%s is no rule', (_name, value) => {
  expect(readWith(datadog, 'a.json', JSON.stringify(value)).isRecognised).toBe(false);
});
