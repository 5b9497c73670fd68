import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/documents/decode.ts';
import { PARSED_EXTENSIONS } from '../../src/documents/extensions.ts';
import type { FileContent } from '../../src/readers/reader.ts';
import { readFile } from '../../src/workspace/read-file.ts';
import { READERS } from '../../src/workspace/readers.ts';
import { SEEDS } from './seeds.ts';

/** What mutations put into a text: marks every syntax lives on, and values of a kind nobody expects. */
const PIECES = [
  ...[
    '"',
    "'",
    '\\',
    '`',
    '```',
    '\n',
    '\r\n',
    '\t',
    '---\n',
    '- ',
    ': ',
    '[',
    ']',
    '{',
    '}',
    '|',
    '#',
    '//',
    '/*',
    '*/',
  ],
  ...[
    '<',
    '</',
    '<!--',
    '-->',
    '&',
    ']]>',
    '=',
    ';',
    ',',
    '(',
    ')',
    '*',
    '&a ',
    '*a',
    '!!js',
    '"""',
    "'''",
    '|\n',
    '\0',
  ],
  ...[
    'null',
    'true',
    '-1',
    '1e999',
    '0x17',
    '2026-13-40',
    '__proto__',
    'constructor',
    '\uFEFF',
    '\u202e',
    '\ud800',
    '😀',
  ],
  ...[
    'T1059',
    'T1562.001',
    'attack.',
    'AML.T0051',
    'TA0005',
    'T0005',
    '| T1 |',
    '# ',
    '## ',
    '{a: [b, {c: null}]}',
  ],
];

interface Mutation {
  /** Where in the text, as a part of its length. */
  at: number;
  remove: number;
  insert: string;
}

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 80 })),
  insert: fc.oneof(fc.constantFrom('', ...PIECES), fc.string({ maxLength: 8 })),
});

function mutated(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((result, { at, remove, insert }) => {
    const start = Math.floor(at * result.length);
    return result.slice(0, start) + insert + result.slice(start + remove);
  }, text);
}

/** Reads bytes as a run does, looks up every place that was read, and holds what comes of it to its contract. */
function hold(path: string, bytes: Uint8Array): FileContent {
  const read = readFile(path, bytes);
  for (const { message, range } of read.findings) {
    expect(message).toMatch(/^\S[^\n]*$/);
    if (range) expect(Math.min(range.line, range.column)).toBeGreaterThan(0);
  }
  // What is kept between runs is JSON.
  expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  const decoded = decode(bytes);
  const reader = READERS.find(({ id }) => id === read.format);
  if (!reader || !('text' in decoded)) return read;
  for (const { ordinal, pointer } of placesIn(read)) {
    reader.locate(decoded.text, ordinal, pointer);
    const span = reader.valueSpan?.(decoded.text, ordinal, pointer);
    if (span) expect(span.end).toBeLessThanOrEqual(decoded.text.length);
  }
  return read;
}

function placesIn(content: FileContent) {
  const { detections, playbooks, exercises, atomics, threats, decisions = [], visibility = [] } = content;
  return [
    ...detections.flatMap(({ ordinal, mappings, tactics, unrecognised = [] }) =>
      [...mappings, ...tactics, ...unrecognised].map(({ pointer }) => ({ ordinal, pointer })),
    ),
    ...decisions.flatMap(({ ordinal, techniques }) =>
      techniques.map(({ pointer }) => ({ ordinal, pointer })),
    ),
    ...visibility.map(({ ordinal, pointer }) => ({ ordinal, pointer })),
    ...[
      ...playbooks.flatMap(({ mappings, tactics }) => [...mappings, ...tactics]),
      ...exercises.flatMap(({ results }) => results.map(({ mapping }) => mapping)),
      ...atomics.map(({ mapping }) => mapping),
    ].map(({ pointer }) => ({ ordinal: 0, pointer })),
    ...threats.flatMap(({ actors, procedures, techniques, ordinal = 0 }) =>
      [...actors, ...[...procedures, ...techniques].map(({ mapping }) => mapping)].map(({ pointer }) => ({
        ordinal,
        pointer,
      })),
    ),
  ];
}

describe.each(READERS.map(({ id }) => id))('%s', (id) => {
  const seed = SEEDS[id]!;

  test('reads its seed without a complaint about the syntax', () => {
    const read = hold(`folder/seed${seed.extension}`, Buffer.from(seed.text));
    expect(read.format).toBe(id);
    expect(read.findings.filter(({ rule }) => rule.startsWith('file/'))).toEqual([]);
  });

  test('reads any mutation of it into items and findings', () => {
    const bytes = fc
      .tuple(fc.array(mutation, { minLength: 1, maxLength: 5 }), fc.boolean())
      .map(([mutations, isWindows]) => {
        const text = mutated(seed.text, mutations);
        return Buffer.from(isWindows ? text.replaceAll(/\r?\n/g, '\r\n') : text);
      });
    fc.assert(
      fc.property(bytes, (content) => {
        hold(`folder/any${seed.extension}`, content);
      }),
      { numRuns: 300, seed: 2026 },
    );
  });
});

test.each([...PARSED_EXTENSIONS])('any bytes in a %s file give items and findings', (extension) => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ maxLength: 200, unit: 'binary' }).map((text) => Buffer.from(text)),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join(''))),
    fc.json().map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(bytes, (content) => {
      hold(`folder/any${extension}`, content);
    }),
    { numRuns: 300, seed: 2026 },
  );
});
