import { expect, test } from 'vitest';
import { coverbookExercises } from '../../src/exercises/formats/coverbook.ts';
import { printed, readContent } from '../playbooks/reading.ts';

const read = (text: string) => readContent(coverbookExercises, '2026-05-exercise.yaml', text);

const SOUND = `title: Spring exercise
id: EX-2026-05
date: 2026-05-12
environment: lab
summary: Credential access from a workstation.
results:
  - technique: T1003.001
    test: 0be2230c-9ab3-4ac2-8826-3199b9a0ebf8
    detections: [rule-a]
    outcome: detected
  - technique: T1021.002
    outcome: missed
    date: 2026-05-13
    notes: No logs from the file server.
`;

test('an exercise is read with its results', () => {
  expect(read(SOUND)).toMatchSnapshot();
});

test('a result with an unknown outcome is reported and left out; the others stay', () => {
  const content = read(SOUND.replace('outcome: detected', 'outcome: detcted'));
  expect(content?.exercises?.[0]?.results.map(({ mapping }) => mapping.id)).toEqual(['T1021.002']);
  expect(printed(content)).toEqual([
    '10:14 error exercise/invalid-field Unexpected `detcted` at `results[0].outcome`, expected one of `detected`, `alerted`, `blocked`, `logged`, `missed`, `executed` (Did you mean `detected`?)',
  ]);
});

test('without a date an exercise proves nothing: it is reported and not read', () => {
  const content = read(SOUND.replace('date: 2026-05-12\n', ''));
  expect(content?.exercises).toEqual([]);
  expect(printed(content)).toEqual([
    '1:1 error exercise/invalid-field Missing `date`, expected a date such as `2026-05-31`',
  ]);
});

test('a Sigma rule is no exercise', () => {
  expect(read('title: A\ndetection:\n  condition: x\n')).toBeUndefined();
});

test('emulated actors are kept as they are written, one or several', () => {
  const actors = (line: string) => read(SOUND.replace('environment: lab', line))?.exercises?.[0]?.actors;
  expect(actors('actors: [G1015, FIN7]')).toEqual(['G1015', 'FIN7']);
  expect(actors('actors: G1015')).toEqual(['G1015']);
  expect(actors('environment: lab')).toBeUndefined();
});
