import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { arrayParts, joinArray, textOf, textPart } from './cbor-array.ts';

interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** Every packed file of Pagefind starts with it. */
const MARK = Buffer.from('pagefind_dcd');
/** Which part of the packed list of contents names the filters: `[[name, hash], …]`. */
const FILTERS = 3;

/**
 * The same index with its filters in a fixed order. Pagefind 1.5.2 keeps filters and their values in hash maps that are
 * seeded anew each time and writes them as they come, into files named by their hash; the rest of it is stable.
 */
export function stableIndex(files: readonly IndexFile[]): Map<string, Uint8Array> {
  const stable = new Map<string, Uint8Array>();
  const renamed = new Map<string, string>();
  for (const { path, content } of files) {
    const [, old] = /^filter\/(.+)\.pf_filter$/.exec(path) ?? [];
    if (old === undefined) continue;
    const [name, values] = arrayParts(unpack(content));
    if (!name || !values) throw new Error('Unexpected search filter, expected a name and values');
    const body = joinArray([name, joinArray(arrayParts(values).sort(byBytes))]);
    renamed.set(old, hashName(body));
    stable.set(`filter/${hashName(body)}.pf_filter`, pack(body));
  }
  let contents: { old: string; now: string } | undefined;
  for (const { path, content } of files) {
    const [, old] = /^pagefind\.(.+)\.pf_meta$/.exec(path) ?? [];
    if (old === undefined) continue;
    const parts = arrayParts(unpack(content));
    parts[FILTERS] = joinArray(
      arrayParts(parts[FILTERS] ?? joinArray([]))
        .map(rename(renamed))
        .sort(byBytes),
    );
    const body = joinArray(parts);
    contents = { old, now: hashName(body) };
    stable.set(`pagefind.${contents.now}.pf_meta`, pack(body));
  }
  for (const { path, content } of files) {
    if (path.endsWith('.pf_filter') || path.endsWith('.pf_meta')) continue;
    const isEntry = path === 'pagefind-entry.json' && contents;
    const text = isEntry
      ? Buffer.from(content)
          .toString('utf8')
          .replace(contents?.old ?? '', contents?.now ?? '')
      : '';
    stable.set(path, isEntry ? Buffer.from(text) : content);
  }
  return new Map([...stable].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A filter's entry in the list of contents, with the name its file has now. */
function rename(renamed: ReadonlyMap<string, string>): (entry: Uint8Array) => Uint8Array {
  return (entry) => {
    const [name, hash] = arrayParts(entry);
    if (!name || !hash) throw new Error('Unexpected search index, expected a filter and its file');
    return joinArray([name, textPart(renamed.get(textOf(hash)) ?? textOf(hash))]);
  };
}

function byBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}

function unpack(content: Uint8Array): Uint8Array {
  return gunzipSync(content).subarray(MARK.length);
}

function pack(body: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([MARK, body]), { level: 9 });
}

function hashName(body: Uint8Array): string {
  return `en_${createHash('sha256').update(body).digest('hex').slice(0, 10)}`;
}
