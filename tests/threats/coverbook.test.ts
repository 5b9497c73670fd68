import { expect, test } from 'vitest';
import { coverbookThreats } from '../../src/threats/formats/coverbook.ts';
import { printed, readContent } from '../playbooks/reading.ts';

const read = (text: string) => readContent(coverbookThreats, 'retail.yaml', text);

test('a profile is read with weights, and without one an actor weighs 1', () => {
  const text =
    'title: Retail\nactors:\n  - actor: G0016\n    weight: 5\n    reason: Seen in the sector\n  - actor: FIN7\n';
  expect(read(text)).toEqual({
    threats: [
      {
        format: 'coverbook',
        procedures: [],
        techniques: [],
        title: 'Retail',
        actors: [
          { actor: 'G0016', weight: 5, reason: 'Seen in the sector', pointer: ['actors', 0, 'actor'] },
          { actor: 'FIN7', weight: 1, pointer: ['actors', 1, 'actor'] },
        ],
      },
    ],
    findings: [],
  });
});

test('a weight beyond 10 is reported and counts as 1', () => {
  const content = read('actors:\n  - actor: G0016\n    weight: 100\n');
  expect(content?.threats).toMatchObject([{ title: 'retail', actors: [{ actor: 'G0016', weight: 1 }] }]);
  expect(printed(content)).toEqual([
    '3:13 error threats/invalid-field Unexpected `100` at `actors[0].weight`, expected at most 10',
  ]);
});

test('procedures are read one for each technique, with who, what, where and when', () => {
  const content = read(
    [
      'title: Retail',
      'default: true',
      'procedures:',
      '  - technique: T1566.004',
      '    actor: Night Courier',
      '    text: Called the help desk',
      '    reference: Incident 12',
      '    date: 2026-05-04',
      '    weight: 4',
      '  - techniques: [T1078, t1133]',
      '',
    ].join('\n'),
  );
  expect(content?.findings).toEqual([]);
  expect(content?.threats).toEqual([
    {
      format: 'coverbook',
      title: 'Retail',
      default: true,
      actors: [{ actor: 'Night Courier', weight: 1, pointer: ['procedures', 0, 'actor'] }],
      procedures: [
        {
          mapping: declared('T1566.004', ['procedures', 0, 'technique']),
          actor: 'Night Courier',
          text: 'Called the help desk',
          reference: 'Incident 12',
          date: '2026-05-04',
          weight: 4,
        },
        { mapping: declared('T1078', ['procedures', 1, 'techniques', 0]) },
        { mapping: { ...declared('t1133', ['procedures', 1, 'techniques', 1]), id: 'T1133' } },
      ],
      techniques: [],
    },
  ]);
});

test('techniques may weigh something whoever uses them, and an actor may be the profile’s own', () => {
  const content = read(
    'actors:\n  - actor: Night Courier\n    own: true\n    weight: 3\ntechniques:\n  - technique: T1486\n    weight: 12.5\n  - technique: T1490\n',
  );
  expect(content?.findings).toEqual([]);
  expect(content?.threats).toMatchObject([
    {
      actors: [{ actor: 'Night Courier', own: true, weight: 3 }],
      techniques: [
        { mapping: declared('T1486', ['techniques', 0, 'technique']), weight: 12.5 },
        { mapping: declared('T1490', ['techniques', 1, 'technique']), weight: 1 },
      ],
    },
  ]);
});

test('an item that cannot be read takes no other with it, and places are those of the file', () => {
  const content = read(
    [
      'actors:',
      '  - {weight: 3}',
      '  - {actor: G0016, weight: high}',
      'procedures:',
      '  - {actor: Night Courier}',
      '  - {technique: T1078, date: yesterday, weight: 11}',
      'techniques:',
      '  - {technique: T1486, weight: 0}',
      '  - {technique: T1490, weight: .nan}',
      '  - {technique: T1485, weight: -1}',
      '',
    ].join('\n'),
  );
  expect(content?.threats).toMatchObject([
    {
      actors: [{ actor: 'G0016', weight: 1, pointer: ['actors', 1, 'actor'] }],
      procedures: [{ mapping: { id: 'T1078', pointer: ['procedures', 1, 'technique'] } }],
      techniques: [{ weight: 1 }, { weight: 1 }, { weight: 1 }],
    },
  ]);
  expect(content?.threats?.[0]?.procedures[0]).not.toHaveProperty('date');
  expect(printed(content)).toEqual([
    '2:5 error threats/invalid-field Missing `actors[0].actor`, expected text',
    '3:28 error threats/invalid-field Unexpected `high` at `actors[1].weight`, expected a number',
    '5:5 error threats/invalid-field Unexpected a map at `procedures[0]`, expected a `technique` or a list of `techniques`',
    '6:30 error threats/invalid-field Unexpected `yesterday` at `procedures[1].date`, expected a date such as `2026-05-31`',
    '6:49 error threats/invalid-field Unexpected `11` at `procedures[1].weight`, expected at most 10',
    '8:32 error threats/invalid-field Unexpected `0` at `techniques[0].weight`, expected more than 0',
    expect.stringMatching(/^9:32 error threats\/invalid-field Unexpected `\w+` at `techniques\[1\].weight`/),
    '10:32 error threats/invalid-field Unexpected `-1` at `techniques[2].weight`, expected more than 0',
  ]);
});

test('a misspelt key is told and suggested', () => {
  expect(printed(read('actors:\n  - actor: G0016\n    wieght: 3\n'))).toEqual([
    '3:13 warning threats/unknown-field Unexpected key `actors[0].wieght`, expected only documented ones (Did you mean `weight`?)',
  ]);
});

test('every document of a file is a profile of its own', () => {
  const content = read('actors:\n  - actor: G0016\n---\ntitle: Two\nprocedures:\n  - technique: T1078\n');
  expect(content?.threats).toMatchObject([{ title: 'retail' }, { title: 'Two', ordinal: 1 }]);
});

test.each([
  ['a list of names', 'actors: [G0016]\n'],
  ['techniques of a detection', 'title: x\nquery: a\ntechniques:\n  - technique: T1059\n'],
  ['techniques as texts', 'techniques: [T1059]\n'],
  ['keys of JavaScript', 'actors:\n  - {__proto__: {actor: G0016}}\n'],
])('%s is no profile', (_what, text) => {
  expect(read(text)).toBeUndefined();
});

test('twenty thousand procedures are read in no time worth a word', () => {
  const text = `procedures:\n${'  - {technique: T1078, actor: A}\n'.repeat(20_000)}`;
  expect(read(text)?.threats?.[0]?.procedures).toHaveLength(20_000);
});

function declared(written: string, pointer: (string | number)[]) {
  return { written, id: written, provenance: 'declared', pointer };
}
