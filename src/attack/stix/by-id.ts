import { byCodeUnit } from '../order.ts';

/**
 * Converts objects and sorts the results by id, one a id. Where two objects share an id (early versions reused
 * some), the first that is active wins, else the first.
 */
export function byId<S, T extends { id: string; state?: string }>(
  objects: readonly S[],
  convert: (object: S) => T | undefined,
): T[] {
  const found = new Map<string, T>();
  for (const object of objects) {
    const item = convert(object);
    if (!item) continue;
    const other = found.get(item.id);
    if (!other || (other.state !== 'active' && item.state === 'active')) found.set(item.id, item);
  }
  return [...found.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}
