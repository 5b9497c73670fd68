import { slug } from 'github-slugger';
import { LONGEST_NAME, shortDigest } from '../documents/url-safe.ts';

/**
 * What an actor is called by in addresses and file names whom ATT&CK does not know: its name in lower case, with
 * hyphens. A file system takes no name of any length, and a name may have no letter at all.
 */
export function ownActorId(name: string): string {
  const plain = slug(name.normalize('NFKC')).replace(/^-+|(?<!-)-+$/g, '');
  if (plain !== '' && plain.length <= LONGEST_NAME) return plain;
  return `${plain.slice(0, LONGEST_NAME).replace(/(?<!-)-+$/, '') || 'actor'}-${shortDigest(name)}`;
}
