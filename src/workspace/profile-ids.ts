import { basename, extname } from 'node:path/posix';
import { urlSafe } from '../documents/url-safe.ts';

/**
 * One URL-safe id for each threat profile, unique among them: what the profile calls itself, else the name of its
 * file. Of several that would have the same, the first has it, and the others a number behind it.
 */
export function profileIds(profiles: readonly { id?: string; path: string }[]): string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return profiles.map(({ id, path }) => {
    const wanted = urlSafe(id ?? basename(path, extname(path))) || 'profile';
    let unique = wanted;
    let number = next.get(wanted) ?? 2;
    for (; taken.has(unique); number += 1) unique = `${wanted}-${number}`;
    next.set(wanted, number);
    taken.add(unique);
    return unique;
  });
}
