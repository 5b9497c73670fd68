import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRenderCache } from '../../src/site/render-cache.ts';
import { temporaryFolder } from '../git-repository.ts';

const VERSION = '0123456789abcdef';
const TEXTS = ['', 'plain', 'ünïcödé 🦊 \u2028', 'x'.repeat(300_000), '</script>\0\n'];

/** Asks for texts and says which of them had to be rendered. */
function ask(
  folder: string,
  texts: readonly string[],
  { version = VERSION, keepUnused = 0, scope = 'a' } = {},
): string[] {
  const cache = openRenderCache(folder, scope, version);
  const rendered: string[] = [];
  for (const text of texts)
    expect(
      cache.get('kind', text, () => {
        rendered.push(text);
        return `<b>${text}</b>`;
      }),
    ).toBe(`<b>${text}</b>`);
  cache.save({ keepUnused });
  return rendered;
}

const packOf = (folder: string): string => {
  const [name = ''] = readdirSync(join(folder, 'rendered'));
  return join(folder, 'rendered', name);
};

describe('what was rendered', () => {
  test('is rendered once in a run, and not again in the next', () => {
    const folder = temporaryFolder();
    expect(ask(folder, [...TEXTS, ...TEXTS])).toEqual(TEXTS);
    expect(ask(folder, TEXTS)).toEqual([]);
    expect(readdirSync(join(folder, 'rendered'))).toHaveLength(1);
  });

  test('goes with the next run that does not ask for it, unless it may stay', () => {
    const folder = temporaryFolder();
    ask(folder, TEXTS);
    expect(ask(folder, ['plain', 'new'], { keepUnused: 6 })).toEqual(['new']);
    expect(ask(folder, [...TEXTS, 'new'])).toEqual([]);
    ask(folder, ['plain'], { keepUnused: 5 });
    expect(ask(folder, TEXTS)).toEqual(TEXTS.filter((text) => text !== 'plain'));
  });

  test('is not written again when nothing is new', () => {
    const folder = temporaryFolder();
    ask(folder, TEXTS);
    const { ino } = statSync(packOf(folder));
    ask(folder, TEXTS);
    expect(statSync(packOf(folder)).ino).toBe(ino);
  });

  test('of another version or another site is not taken', () => {
    const folder = temporaryFolder();
    ask(folder, TEXTS);
    expect(ask(folder, TEXTS, { scope: 'b' })).toEqual(TEXTS);
    expect(ask(folder, TEXTS, { version: 'fedcba9876543210' })).toEqual(TEXTS);
  });

  test('is a miss where it was cut off, altered or is somebody else’s, and is mended', () => {
    const folder = temporaryFolder();
    ask(folder, TEXTS);
    const whole = readFileSync(packOf(folder));
    const flipped = (at: number): Buffer => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const damaged = [
      Buffer.alloc(0),
      Buffer.from('{"version":"x"}'),
      whole.subarray(0, 40),
      whole.subarray(0, whole.length - 1),
      Buffer.concat([whole, Buffer.from(' ')]),
      ...[0, 20, 40, 50, 70, 5000, whole.length - 2].map(flipped),
    ];
    for (const bytes of damaged) {
      writeFileSync(packOf(folder), bytes);
      expect(ask(folder, TEXTS).length).toBeGreaterThan(0);
      expect(ask(folder, TEXTS)).toEqual([]);
    }
  });

  test('is given, and not kept, where there is no folder to write to', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(ask(join(file, 'below'), TEXTS)).toEqual(TEXTS);
    expect(ask(join(file, 'below'), TEXTS)).toEqual(TEXTS);
  });

  test('is nowhere without a cache', () => {
    const cache = openRenderCache(undefined, 'a', VERSION);
    expect(cache.get('kind', 'text', () => 'html')).toBe('html');
    cache.save({ keepUnused: 0 });
    expect(existsSync('rendered')).toBe(false);
  });
});
