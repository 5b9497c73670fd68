import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OutputError } from './output-error.ts';

/**
 * Refuses paths that lead out of an output folder: by `..`, or through a symbolic link somebody put into it. The folder
 * itself may be a link, since whoever runs the command named it.
 *
 * @param paths Relative to the folder, forward slashes.
 * @throws OutputError
 */
export function assertInside(outDir: string, paths: Iterable<string>): void {
  const seen = new Set(['.']);
  for (const path of paths) {
    if (path.split(/[/\\]/).some((part) => part === '..' || part === '') || path.includes('\0'))
      throw new OutputError(
        `${JSON.stringify(path)} is no path inside ${outDir}.`,
        'Nothing was written. Please report it: Coverbook makes such paths itself.',
      );
    for (let folder = dirname(path); !seen.has(folder); folder = dirname(folder)) {
      seen.add(folder);
      const place = join(outDir, folder);
      if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue;
      throw new OutputError(
        `${place} is a symbolic link, and Coverbook writes through none inside its output folder.`,
        'Remove the link, or name the folder it leads to with --out.',
      );
    }
  }
}
