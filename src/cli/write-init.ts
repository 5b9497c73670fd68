import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNew } from '../output/write-new.ts';
import type { Io } from './io.ts';

/** A file `init` would like to be there. */
export interface InitFile {
  /** Relative to the top, forward slashes. */
  path: string;
  text: string;
}

/**
 * Writes what is not there yet. Paths that were written go to stdout; what was left alone, and what it would have held,
 * to stderr.
 */
export async function writeInit(
  root: string,
  files: readonly InitFile[],
  io: Io,
  { quiet }: { quiet: boolean },
): Promise<void> {
  for (const { path, text } of files) {
    if (await writeNew(root, path, text)) {
      io.stdout.write(`${path}\n`);
      continue;
    }
    if (quiet) continue;
    if ((await readFile(join(root, path), 'utf8').catch(() => '')) === text)
      io.stderr.write(`${path} is there already, and just so.\n`);
    // Schemas are long, and `coverbook schema` prints them.
    else if (path.endsWith('.schema.json'))
      io.stderr.write(`${path} is another one already, and was left alone. \`coverbook schema\` has it.\n`);
    else
      io.stderr.write(
        `${path} is there already, and was left alone. Add what it lacks of:\n\n${indented(text)}\n\n`,
      );
  }
  if (quiet) return;
  io.stderr.write('\nNext: `coverbook lint`, then `coverbook build` and `coverbook preview`.\n');
  if (files.some(({ text }) => text.includes('npm ci')) && !isInstalled(root))
    io.stderr.write(
      'The CI job runs Coverbook as package.json has it, and it is not in there:\n' +
        '  `npm install --save-dev` the package, and commit package.json and package-lock.json.\n',
    );
}

/** Whether the repository's `package.json` has Coverbook, as the CI job needs it. */
function isInstalled(root: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      object | undefined
    >;
    return ['dependencies', 'devDependencies'].some((key) => Object.hasOwn(manifest[key] ?? {}, 'coverbook'));
  } catch {
    return false;
  }
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
