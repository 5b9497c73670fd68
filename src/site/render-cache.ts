import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { boundFolder, touch } from '../workspace/bound-folder.ts';
import { openPack, writePack, type PackFile } from '../workspace/pack-file.ts';
import { spillTexts, type SpilledTexts } from './spilled-texts.ts';

/** HTML by the hash of what it was made from, so that each distinct text is rendered once. */
export interface RenderCache {
  /** Whether there is HTML of a text, of an earlier run or of this one. */
  has(kind: string, input: string): boolean;
  /** The kept HTML, or what `render` gives. */
  get(kind: string, input: string, render: () => string): string;
  /**
   * Keeps what this run asked for, and ends its work.
   *
   * @param options.keepUnused What it did not ask for stays as well, as long as all together is no more than this many.
   */
  save(options: { keepUnused: number }): void;
}

/**
 * Opens the cache. Anything wrong with it is a miss, never an error.
 *
 * @param cacheDir Nothing is kept between runs without one.
 * @param scope What the cache is for: sites of different configs do not push each other's texts out.
 * @param version Changes whenever the same text may be rendered otherwise.
 */
export function openRenderCache(cacheDir: string | undefined, scope: string, version: string): RenderCache {
  if (cacheDir === undefined)
    return { has: () => false, get: (_kind, _input, render) => render(), save: () => undefined };
  const name = createHash('sha256').update(scope).digest('hex').slice(0, 16);
  const path = join(cacheDir, 'rendered', `${name}.pack`);
  const kept = openPack(path, version);
  const fresh = spillTexts(dirname(path));
  const used = new Set<string>();
  let missed = false;
  const keptKeys = new Set(kept.keys());
  return {
    has(kind, input) {
      const key = keyOf(kind, input);
      return used.has(key) || keptKeys.has(key);
    },
    get(kind, input, render) {
      const key = keyOf(kind, input);
      used.add(key);
      const known = fresh.get(key) ?? kept.get(key);
      if (known) return known.toString();
      missed = true;
      const html = render();
      fresh.set(key, Buffer.from(html));
      return html;
    },
    save({ keepUnused }) {
      const all = new Set([...kept.keys(), ...used]);
      const keys = all.size <= keepUnused ? all : used;
      if (missed || keys.size !== kept.size) writePack(path, version, textsOf(keys, fresh, kept));
      else touch(path);
      boundFolder(dirname(path));
      fresh.close();
      kept.close();
    },
  };
}

function keyOf(kind: string, input: string): string {
  return createHash('sha256').update(`${kind}\0${input}`).digest('base64url').slice(0, 27);
}

function* textsOf(
  keys: Iterable<string>,
  fresh: SpilledTexts,
  kept: PackFile,
): Generator<readonly [string, Buffer]> {
  for (const key of keys) {
    const text = fresh.get(key) ?? kept.get(key);
    if (text) yield [key, text];
  }
}
