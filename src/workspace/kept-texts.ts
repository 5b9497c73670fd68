import { lazy } from '../attack/lazy.ts';
import { asciiJson } from './ascii-json.ts';
import { touch } from './bound-folder.ts';
import { freeTexts, readTexts, writeTexts, type StoredTexts } from './text-store.ts';

/** Values by key in a file of texts: those of a run stay for the next, each parsed when it is asked for. */
export interface KeptTexts<T> {
  get(key: string): T | undefined;
  /** @param written The value as {@link asciiJson} gives it, when that is at hand. */
  set(key: string, value: T, written?: string): void;
  /** Keys that were asked for or set. */
  keys(): Iterable<string>;
  /**
   * Writes what was asked for or set, when that is another lot than before, and lets go of the rest and of all texts.
   *
   * @returns Whether the file is another one now.
   */
  save(): boolean;
}

/** Bytes of written values that are held; more of them are written anew, which takes time where those take memory. */
const KEPT_TEXTS = 64 * 1024 * 1024;

/**
 * Opens values kept in a file; anything wrong with it is a miss.
 *
 * @param path Nothing is kept between runs without one.
 * @param version Changes whenever the values may be others.
 */
export function openKeptTexts<T>(path: string | undefined, version: string): KeptTexts<T> {
  // Not before somebody asks: where nothing is to be done, nobody does.
  const stored = lazy((): StoredTexts =>
    path === undefined ? new Map<string, Buffer>() : readTexts(path, version),
  );
  let storedSize: number | undefined;
  let isNew = false;
  let kept = 0;
  const used = new Map<string, { value: T; text?: Buffer | undefined }>();
  return {
    get(key) {
      const known = used.get(key);
      if (known) return known.value;
      const text = stored().get(key);
      if (text === undefined) return undefined;
      const value = JSON.parse(text.toString('latin1')) as T;
      used.set(key, { value, text });
      return value;
    },
    set(key, value, written) {
      isNew = true;
      const isKept = path !== undefined && written !== undefined && kept < KEPT_TEXTS;
      if (isKept) kept += written.length;
      used.set(key, { value, ...(isKept && { text: Buffer.from(written, 'latin1') }) });
    },
    keys: () => used.keys(),
    save() {
      if (path === undefined) return false;
      storedSize ??= stored().size;
      const isChanged = isNew || used.size !== storedSize;
      if (isChanged) writeTexts(path, version, textsOf(used));
      else touch(path);
      freeTexts(stored());
      storedSize = used.size;
      isNew = false;
      for (const one of used.values()) one.text = undefined;
      return isChanged;
    },
  };
}

function* textsOf(
  used: ReadonlyMap<string, { value: unknown; text?: Buffer | undefined }>,
): Generator<[string, Buffer]> {
  for (const [key, { value, text }] of used) yield [key, text ?? Buffer.from(asciiJson(value), 'latin1')];
}
