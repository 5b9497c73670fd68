import { slug } from 'github-slugger';
import { createHash } from 'node:crypto';

const MAX_LENGTH = 80;

/**
 * What an actor is called by in addresses and file names whom ATT&CK does not know: its name in lower case, with
 * hyphens. A file system takes no name of any length, and a name may have no letter at all.
 */
export function ownActorId(name: string): string {
  const plain = slug(name.normalize('NFKC')).replace(/^-+|-+$/g, '');
  if (plain !== '' && plain.length <= MAX_LENGTH) return plain;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return [plain.slice(0, MAX_LENGTH).replace(/-+$/, '') || 'actor', digest].join('-');
}
