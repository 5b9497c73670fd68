import { rmSync } from 'node:fs';

/** Removes what was to be kept and is not: a file, or a folder with all in it. */
export function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Where even that is refused, nothing was written.
  }
}
