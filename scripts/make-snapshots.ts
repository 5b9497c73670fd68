/** Writes the embedded snapshots: `node scripts/make-snapshots.ts BUNDLE...` */
import { join } from 'node:path';
import { importBundle } from '../src/attack/store.ts';

const into = join(import.meta.dirname, '../src/attack/snapshots');
for (const bundle of process.argv.slice(2)) {
  const { file, warnings } = await importBundle(bundle, { into });
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`);
  process.stdout.write(`${file}\n`);
}
