import { slug } from 'github-slugger';
import { LONGEST_NAME, shortDigest } from './url-safe.ts';

/**
 * What something is called by in addresses and file names that has a name alone: the name in lower case, with hyphens. A
 * file system takes no name of any length, and a name may have no letter at all.
 *
 * @param otherwise What it is, for a name without a letter: `actor`.
 */
export function nameInAddress(name: string, otherwise: string): string {
  const plain = slug(name.normalize('NFKC')).replace(/^-+|(?<!-)-+$/g, '');
  if (plain !== '' && plain.length <= LONGEST_NAME) return plain;
  return `${plain.slice(0, LONGEST_NAME).replace(/(?<!-)-+$/, '') || otherwise}-${shortDigest(name)}`;
}
