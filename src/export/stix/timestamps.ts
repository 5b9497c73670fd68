import type { FileHistory } from '../../sources/source.ts';
import type { Timestamp } from './stix-object.ts';

export interface Times {
  created: Timestamp;
  modified: Timestamp;
}

/** The start of a day as STIX writes time. */
export function startOfDay(date: string): Timestamp {
  return `${date.slice(0, 10)}T00:00:00.000Z`;
}

/**
 * When an item was made and last changed, by its own word or by Git's; the workspace's day where nobody says. STIX
 * wants no change before the making.
 *
 * @param changed ISO date of the last change.
 */
export function timestampsOf(
  { created, history }: { created?: string; history?: FileHistory },
  changed: string | undefined,
  now: string,
): Times {
  const made = startOfDay(created ?? history?.first ?? changed ?? now);
  const modified = startOfDay(changed ?? history?.last ?? made);
  return { created: made < modified ? made : modified, modified };
}

/** From the first making to the last change of several; the workspace's day for none. */
export function spanOf(all: readonly Times[], now: string): Times {
  const [first, ...rest] = all;
  if (!first) return { created: startOfDay(now), modified: startOfDay(now) };
  return rest.reduce(
    (span, { created, modified }) => ({
      created: created < span.created ? created : span.created,
      modified: modified > span.modified ? modified : span.modified,
    }),
    { created: first.created, modified: first.modified },
  );
}
