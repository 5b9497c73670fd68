import { readCacheFile, writeCacheFile } from '../workspace/cache-file.ts';

/** Values by key, kept between runs: all a run used, and the newest of what others did. */
export interface Kept<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** The value of a key, made and kept where there is none. */
  getOr(key: string, make: () => Promise<T>): Promise<T>;
  /** Writes the file when anything was added. */
  save(): void;
}

/**
 * Opens values kept in a file, read when first asked for. Anything wrong with it is a miss, never an error.
 *
 * @param path Nothing is kept between runs without one.
 * @param version Changes whenever the values may be others.
 * @param limit How many values this run did not use may stay.
 */
export function openKept<T>(path: string | undefined, version: string, limit: number): Kept<T> {
  let read: Map<string, T> | undefined;
  const stored = (): Map<string, T> => (read ??= new Map(Object.entries(valuesIn<T>(path, version))));
  const used = new Map<string, T>();
  let isNew = false;
  const get = (key: string): T | undefined => {
    const value = used.get(key) ?? stored().get(key);
    if (value !== undefined) used.set(key, value);
    return value;
  };
  const set = (key: string, value: T): void => {
    isNew = true;
    used.set(key, value);
  };
  return {
    get,
    set,
    async getOr(key, make) {
      const known = get(key);
      if (known !== undefined) return known;
      const made = await make();
      set(key, made);
      return made;
    },
    save() {
      if (path === undefined || !isNew) return;
      const others = [...stored()].filter(([key]) => !used.has(key)).slice(-limit);
      writeCacheFile(path, version, { values: Object.fromEntries([...others, ...used]) });
    },
  };
}

function valuesIn<T>(path: string | undefined, version: string): Record<string, T> {
  const file =
    path === undefined ? undefined : (readCacheFile(path, version) as { values?: Record<string, T> });
  return file?.values ?? {};
}
