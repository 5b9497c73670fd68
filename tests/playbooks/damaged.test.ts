import { expect, test } from 'vitest';
import { ads } from '../../src/playbooks/formats/ads.ts';
import { hearthTables } from '../../src/playbooks/formats/hearth-table.ts';
import { hearth } from '../../src/playbooks/formats/hearth.ts';
import { lock } from '../../src/playbooks/formats/lock.ts';
import { otrfNotebooks } from '../../src/playbooks/formats/otrf-notebook.ts';
import { otrfHunts } from '../../src/playbooks/formats/otrf.ts';
import { peak } from '../../src/playbooks/formats/peak.ts';
import { readWith } from '../reading.ts';
import {
  ADS_STRATEGY,
  HEARTH_HUNT,
  HEARTH_ROW,
  LOCK_HUNT,
  OTRF_HUNT,
  OTRF_NOTEBOOK,
  PEAK_REPORT,
} from './samples.ts';

const SAMPLES = [
  [hearth, 'a.md', HEARTH_HUNT],
  [hearthTables, 'a.md', HEARTH_ROW],
  [lock, 'a.md', LOCK_HUNT],
  [peak, 'a.md', PEAK_REPORT],
  [ads, 'a.md', ADS_STRATEGY],
  [otrfHunts, 'a.yaml', OTRF_HUNT],
  [otrfNotebooks, 'a.md', OTRF_NOTEBOOK],
] as const;

const NAMED = SAMPLES.map((sample) => [sample[0].id, ...sample] as const);

const PIECES = [
  ...'\n"\'{}[]()<>:-&*!|>%@`#=.\\~_'.split(''),
  '---\n',
  '```\n',
  '<<: *x\n',
  '| | |\n|-|-|\n',
  '[x]: y\n',
  '\u{1F600}',
  '\u0000',
  ': [',
];

/** A small fixed generator (mulberry32): the same damage on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function damage(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const until = at + Math.floor(random() * 30);
  return text.slice(0, at) + (PIECES[Math.floor(random() * PIECES.length)] ?? '') + text.slice(until);
}

test.each(NAMED)(
  'damaged hunts of %s are read as far as they go, never an error',
  (_, reader, path, text) => {
    const random = randomNumbers(15);
    let recognised = 0;
    for (let round = 0; round < 60; round += 1) {
      const damaged = damage(damage(text, random), random);
      const read = readWith(reader, path, damaged);
      if (read.isRecognised) recognised += 1;
      for (const { message, range } of read.findings) {
        expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
        if (range) expect(range.line).toBeLessThanOrEqual(damaged.split('\n').length);
      }
      const pointers = read.playbooks.flatMap(({ mappings, tactics }) => [...mappings, ...tactics]);
      for (const { pointer } of pointers) expect(reader.locate(damaged, 0, pointer)).toBeDefined();
    }
    expect(recognised).toBeGreaterThan(4);
  },
);

test.each(NAMED)('a sample of %s is recognised by its own reader alone', (_, reader, path, text) => {
  const readers = SAMPLES.map(([other]) => other).filter((other) => readWith(other, path, text).isRecognised);
  expect(readers).toEqual([reader]);
});

const LONG = 200_000;

test.each([
  ['bars', '|'.repeat(LONG)],
  ['bars and blanks', '| '.repeat(LONG)],
  ['blanks', ' '.repeat(LONG)],
  ['number signs', '#'.repeat(LONG)],
  ['number signs and blanks', '# '.repeat(LONG)],
  ['headings without words', '#\t\n'.repeat(LONG)],
  ['a heading of blanks', `# ${' '.repeat(LONG)}x`],
  ['half a table’s head', '| hunt # '.repeat(LONG / 10)],
  ['stars', `|${'*'.repeat(LONG)}`],
])('no reader takes long to see that %s are no hunt', (_, body) => {
  for (const text of [body, `---\njupytext: {}\n---\n${body}`]) {
    for (const [reader] of SAMPLES) expect(readWith(reader, 'a.md', text).isRecognised).toBe(false);
  }
});
