import { describe, expect, test } from 'vitest';
import { coverbookDecisions } from '../../src/scope/formats/coverbook.ts';
import { readWith } from '../reading.ts';

const read = (text: string) => readWith(coverbookDecisions, 'decisions.yaml', text);
const told = (text: string) =>
  read(text).findings.map(({ rule, range, message }) => `${rule} ${range?.line ?? '?'} ${message}`);

test('a decision has techniques, a state, a reason, and what else it says', () => {
  const { decisions, findings } = read(`
decisions:
  - techniques: [T1200, "T1542.001 - System Firmware"]
    state: accepted
    reason: Ports are locked.
    owner: store-security
    decided: 2026-01-02
    review: 2027-01-02
`);
  expect(findings).toEqual([]);
  expect(decisions).toEqual([
    {
      techniques: [
        {
          written: 'T1200',
          id: 'T1200',
          provenance: 'declared',
          pointer: ['decisions', 0, 'techniques', 0],
        },
        {
          written: 'T1542.001 - System Firmware',
          id: 'T1542.001',
          provenance: 'declared',
          pointer: ['decisions', 0, 'techniques', 1],
        },
      ],
      state: 'accepted',
      reason: 'Ports are locked.',
      owner: 'store-security',
      decided: '2026-01-02',
      review: '2027-01-02',
      ordinal: 0,
      pointer: ['decisions', 0],
    },
  ]);
});

test('one technique needs no list, and keys without a value say nothing', () => {
  const { decisions, findings } = read(
    'decisions:\n  - techniques: T1200\n    state: out-of-scope\n    reason: No ports.\n    owner:\n    review:\n',
  );
  expect(findings).toEqual([]);
  expect(decisions?.[0]).toMatchObject({ state: 'out-of-scope', techniques: [{ id: 'T1200' }] });
  expect(decisions?.[0]).not.toHaveProperty('owner');
  expect(decisions?.[0]).not.toHaveProperty('review');
});

test('every document of a file is read', () => {
  const one = (id: string) => `decisions:\n  - { techniques: [${id}], state: accepted, reason: x }\n`;
  const { decisions } = read(`${one('T1200')}---\n${one('T1123')}`);
  expect(decisions?.map(({ ordinal, techniques }) => [ordinal, techniques[0]?.id])).toEqual([
    [0, 'T1200'],
    [1, 'T1123'],
  ]);
});

describe('what is wrong is told at its line, and decides nothing', () => {
  test('a missing reason, a state nobody knows, no technique', () => {
    const text = `decisions:
  - techniques: [T1200]
    state: accepted
  - techniques: [T1123]
    state: acepted
    reason: x
  - techniques: []
    state: accepted
    reason: x
  - techniques: [T1125]
    state: accepted
    reason: The next one stands, at its own place.
`;
    expect(read(text).decisions).toMatchObject([
      { pointer: ['decisions', 3], techniques: [{ pointer: ['decisions', 3, 'techniques', 0] }] },
    ]);
    expect(told(text)).toEqual([
      'scope/invalid-field 2 Missing `decisions[0].reason`, expected text',
      'scope/invalid-field 5 Unexpected `acepted` at `decisions[1].state`, expected one of `out-of-scope`, `accepted`',
      'scope/invalid-field 7 Unexpected a list at `decisions[2].techniques`, expected at least 1 in the list',
    ]);
    expect(read(text).findings[1]?.hint).toBe('Did you mean `accepted`?');
  });

  test('a key nobody knows and a date that is none leave the decision as it is', () => {
    const text = `decisions:
  - techniques: [T1200]
    state: accepted
    reason: x
    review: next spring
    ovner: store-security
`;
    expect(read(text).decisions).toHaveLength(1);
    expect(read(text).decisions?.[0]).not.toHaveProperty('review');
    expect(told(text)).toEqual([
      'scope/invalid-field 5 Unexpected `next spring` at `decisions[0].review`, expected a date such as `2026-05-31`',
      'scope/unknown-field 6 Unexpected key `decisions[0].ovner`, expected only documented ones',
    ]);
  });

  test('of a list of techniques, what is text is kept', () => {
    const text = 'decisions:\n  - { techniques: [7, T1200], state: accepted, reason: x }\n';
    expect(read(text).decisions?.[0]?.techniques).toMatchObject([
      { id: 'T1200', pointer: ['decisions', 0, 'techniques', 1] },
    ]);
    expect(read(text).findings).toHaveLength(1);
  });
});

test.each([
  ['other lists of decisions', 'decisions:\n  - date: 2026-01-02\n    text: We use YAML.\n'],
  ['no list', 'decisions: none\n'],
  ['no YAML map', '- decisions\n'],
])('%s are left to others', (_, text) => {
  expect(read(text).isRecognised).toBe(false);
});
