import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { CODE, CONTENTS, SHARED } from './site-bundle.ts';

/** What a bundle consists of, by name in its folder: others may lie there as well. */
export const BUNDLE_PARTS = [CODE, SHARED, CONTENTS];

/** Copies a bundle into a folder. Both absolute. */
export function copyBundle(from: string, to: string): void {
  for (const part of BUNDLE_PARTS) cpSync(join(from, part), join(to, part), { recursive: true });
}
