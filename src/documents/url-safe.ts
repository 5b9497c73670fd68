import slugify from '@sindresorhus/slugify';
import { createHash } from 'node:crypto';

/** Characters of a name in an address before anything is added to it: a file system takes no name of any length. */
export const LONGEST_NAME = 80;

/** A text as part of an address: Latin lower case and hyphens, cut where it is long; empty when nothing is left of it. */
export function urlSafe(text: string): string {
  return slugify(text.normalize('NFKC'), { decamelize: false }).slice(0, LONGEST_NAME).replace(/-$/, '');
}

/** Eight hexadecimal digits that tell a text from others whose names would be the same. */
export function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
