import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The folder with ATT&CK bundles (`attack/`) and public rule sets (`corpora/`), or undefined in a fresh clone.
 * Tests that need it say so on stderr when it is missing: `test.runIf(corpora('…'))`.
 */
export function corpora(what: string): string | undefined {
  const folder = process.env['COVERBOOK_CORPORA'] ?? resolve(import.meta.dirname, '../../shared');
  if (existsSync(resolve(folder, 'corpora')) && existsSync(resolve(folder, 'attack'))) return folder;
  process.stderr.write(`skipped without COVERBOOK_CORPORA: ${what}\n`);
  return undefined;
}
