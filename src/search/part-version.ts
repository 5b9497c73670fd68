import { readFileSync } from 'node:fs';
import { digestOfRooms } from '../workspace/reader-version.ts';

const MANIFEST = new URL('../../package.json', import.meta.url);

/** Of what makes parts of a search index of records: another Pagefind, or other code here, may make others. */
export function partVersion(): string {
  const { dependencies } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
    dependencies: { pagefind: string };
  };
  return `${dependencies.pagefind}-${digestOfRooms(['search'])}`;
}
