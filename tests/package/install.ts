import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { x } from 'tinyexec';

/** The tarball, as `npm pack` makes it of this checkout. */
export interface Packed {
  /** Absolute path. */
  tarball: string;
  /** Bytes. */
  size: number;
  /** Paths in the package. */
  files: string[];
}

export async function pack(into: string): Promise<Packed> {
  const { stdout, stderr, exitCode } = await x('npm', ['pack', '--json', '--pack-destination', into]);
  if (exitCode !== 0) throw new Error(`The package cannot be packed:\n${stderr}`);
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as {
    filename: string;
    size: number;
    files: { path: string }[];
  }[];
  if (!packed) throw new Error('npm packed nothing.');
  return {
    tarball: join(into, packed.filename),
    size: packed.size,
    files: packed.files.map(({ path }) => path),
  };
}

interface Lock {
  packages: Record<string, { dev?: boolean }>;
}

/**
 * Unpacks the tarball below `node_modules` of a folder, beside copies of what the lock file has for production: what npm
 * would install, of the same versions, without asking a registry. Development dependencies are nowhere above.
 */
export async function installInto(folder: string, { tarball }: Packed): Promise<void> {
  const root = join(folder, 'node_modules/coverbook');
  mkdirSync(root, { recursive: true });
  const { exitCode, stderr } = await x('tar', ['-xzf', tarball, '-C', root, '--strip-components=1']);
  if (exitCode !== 0) throw new Error(`The tarball cannot be unpacked:\n${stderr}`);
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    const isTop = path.lastIndexOf('node_modules/') === 0;
    // Builds for other platforms are in the lock and not on the disk.
    if (isTop && !dev && existsSync(path)) cpSync(path, join(folder, path), { recursive: true });
  }
  const bin = join(root, 'scripts/coverbook.mjs');
  chmodSync(bin, 0o755);
  mkdirSync(join(folder, 'node_modules/.bin'));
  symlinkSync(bin, join(folder, 'node_modules/.bin/coverbook'));
}

/** Every file below a folder with size and time of its last change. */
export function listing(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files.sort().map((file) => {
      const { size, mtimeMs } = statSync(resolve(folder, file));
      return [file, `${size} ${mtimeMs}`];
    }),
  );
}
