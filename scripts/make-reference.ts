/** Writes the pages of `content/docs` that are made from the code: `node scripts/make-reference.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from '../src/cli/reference.ts';

const folder = join(import.meta.dirname, '../content/docs');
for (const [name, text] of await referencePages()) writeFileSync(join(folder, name), text);
