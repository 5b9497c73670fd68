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
