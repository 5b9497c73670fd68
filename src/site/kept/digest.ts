import { createHash } from 'node:crypto';
import type { Placement } from '../../mapping/mapping.ts';

const items = new WeakMap<object, string>();

/**
 * A digest of plain data, maps among it. An item of a file (a rule, a hunt, an exercise) stands in it by its own digest,
 * so that a thousand pages that name it do not each look at all of it.
 *
 * What no page of another state would show is left out of an item: the commit everything was read from, and a link to
 * it where there is one to the commit that left the file so (see `file-link.ts`).
 */
export function digestOf(...values: readonly unknown[]): string {
  return sha256(JSON.stringify(values, plain));
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
  return isItem(value) ? itemDigest(value) : value;
}

function itemDigest(item: Placement): string {
  let digest = items.get(item);
  if (digest === undefined) {
    const { permalink, ...stated } = item;
    const rest = Object.entries(stated).filter(([name]) => name !== 'commit');
    const link = item.history?.blob === item.blob ? undefined : permalink;
    // As a list, which is no item: a digest of itself would never end.
    digest = sha256(JSON.stringify([rest, link], plain));
    items.set(item, digest);
  }
  return digest;
}

function isItem(value: unknown): value is Placement {
  return typeof value === 'object' && value !== null && 'key' in value && 'blob' in value && 'slug' in value;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}
