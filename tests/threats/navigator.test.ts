import { expect, test } from 'vitest';
import { navigator } from '../../src/threats/formats/navigator.ts';
import { readWith, type ReadText } from '../reading.ts';
import { aLayer } from './samples.ts';

const read = (text: string): ReadText => readWith(navigator, 'folder/matters.json', text);
const weights = ({ threats }: ReadText, at = 0) =>
  threats[at]?.techniques.map(({ mapping, weight }) => [mapping.id, weight]);
const told = ({ threats }: ReadText) =>
  threats.flatMap(({ findings = [] }) =>
    findings.map(({ range, severity, rule, message }) =>
      [`${range?.line ?? '?'}`, severity, rule, message].join(' '),
    ),
  );

test('a score is the weight of a technique; what is disabled, unscored or 0 has none', () => {
  const content = read(
    aLayer(
      [
        { techniqueID: 'T1059.001', score: 3, tactic: 'execution', comment: 'x' },
        { techniqueID: 'T1105', score: 0.5 },
        { techniqueID: 'T1078', score: 9, enabled: false },
        { techniqueID: 'T1003', score: 0 },
        { techniqueID: 'T1021', score: -1 },
        { techniqueID: 'T1486', color: '#ff0000' },
        { techniqueID: 'T1027', score: null },
        { techniqueID: 'T1036', score: '' },
        { techniqueID: 'T1190', score: 1, enabled: true },
      ],
      { description: 'For the board' },
    ),
  );
  expect(content.threats).toMatchObject([
    {
      format: 'navigator',
      title: 'What matters',
      description: 'For the board',
      actors: [],
      procedures: [],
      scope: { domain: 'enterprise-attack', version: '19', pointer: [] },
    },
  ]);
  expect(weights(content)).toEqual([
    ['T1059.001', 3],
    ['T1105', 0.5],
    ['T1190', 1],
  ]);
  expect(content.threats[0]?.techniques[0]?.mapping.pointer).toEqual(['techniques', 0, 'techniqueID']);
  expect(told(content)).toEqual([]);
});

test('a technique scored under several tactics has its highest score once', () => {
  const content = read(
    aLayer([
      { techniqueID: 'T1078', tactic: 'persistence', score: 2 },
      { techniqueID: 'T1078', tactic: 'initial-access', score: 7 },
      { techniqueID: 'T1078', tactic: 'stealth', score: 5 },
    ]),
  );
  expect(weights(content)).toEqual([['T1078', 7]]);
});

test.each([
  ['3.0', { version: '3.0', domain: 'mitre-enterprise' }, { domain: 'mitre-enterprise' }],
  ['2.1', { version: '2.1', domain: 'mitre-mobile' }, { domain: 'mitre-mobile' }],
  ['4.0', { versions: { navigator: '4.0', layer: '4.0' }, domain: 'ics-attack' }, { domain: 'ics-attack' }],
  ['4.5 with a number', { versions: { attack: 14, layer: '4.5' } }, { version: '14' }],
])('format %s is read', (_format, overrides, scope) => {
  const content = read(aLayer([{ techniqueID: 'T1105', score: 1 }], { versions: undefined, ...overrides }));
  expect(weights(content)).toEqual([['T1105', 1]]);
  expect(content.threats[0]?.scope).toMatchObject(scope);
});

test('a list of layers is a profile each', () => {
  const one = JSON.parse(aLayer([{ techniqueID: 'T1105', score: 1 }])) as object;
  const other = JSON.parse(aLayer([{ techniqueID: 'T1003', score: 'x' }], { name: 'Other' })) as object;
  const content = read(JSON.stringify([one, { no: 'layer' }, other], null, 1));
  expect(content.threats.map(({ title, scope }) => [title, scope?.pointer])).toEqual([
    ['What matters', [0]],
    ['Other', [2]],
  ]);
  expect(weights(content)).toEqual([['T1105', 1]]);
  expect(told(content)).toEqual([
    expect.stringMatching(/^\d+ warning navigator\/invalid-score Unexpected score `"x"`, expected a number$/),
  ]);
});

test('scores that are no numbers are told, a few one by one', () => {
  const text = aLayer([
    ...['7', true, [1], { a: 1 }].map((score, index) => ({ techniqueID: `T100${index}`, score })),
    ...Array.from({ length: 50 }, () => ({ techniqueID: 'T1105', score: 'high' })),
  ]).replace('"score": true', '"score": 1e999');
  const content = read(text);
  expect(weights(content)).toEqual([]);
  expect(told(content).map((line) => line.replace(/^\d+ warning /, ''))).toEqual([
    'navigator/invalid-score Unexpected score `"7"`, expected a number',
    'navigator/invalid-score Unexpected score `null`, expected a number',
    'navigator/invalid-score Unexpected score `[1]`, expected a number',
    'navigator/invalid-score Unexpected score `{"a":1}`, expected a number',
    'navigator/invalid-score Unexpected score `"high"`, expected a number',
    'navigator/invalid-score Unexpected 49 further scores from here on, expected a number',
  ]);
  const first = text.split('\n').findIndex((line) => line.includes('"score": "7"')) + 1;
  expect(told(content)[0]).toMatch(new RegExp(`^${first} `));
  expect(content.findings).toEqual([]);
});

test('an empty layer is a layer, and other JSON with techniques is none', () => {
  expect(read(aLayer([])).threats).toHaveLength(1);
  for (const other of [
    { techniques: ['T1105'], domain: 'enterprise-attack' },
    { techniques: [{ id: 'T1105' }], domain: 'enterprise-attack' },
    { techniques: [], domain: 'x' },
    { techniques: [{ techniqueID: 'T1105' }] },
    { techniques: { techniqueID: 'T1105' }, domain: 'x' },
    { __proto__: { techniques: [] } },
    [[]],
    null,
  ])
    expect(read(JSON.stringify(other)).isRecognised, JSON.stringify(other)).toBe(false);
});

test('ids of any text are names, and so are those of JavaScript', () => {
  const content = read(
    aLayer([
      { techniqueID: '__proto__', score: 1 },
      { techniqueID: 'constructor', score: 2 },
      { techniqueID: 7, score: 3 },
      { score: 4 },
      null,
    ]),
  );
  expect(weights(content)).toEqual([
    ['__proto__', 1],
    ['constructor', 2],
    ['7', 3],
  ]);
});
