import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../git-repository.ts';

/** Whether this machine lets tests mount file systems: as root, and not in every container. */
export const canMount = probe();

if (!canMount)
  process.stderr.write('Tests on full and read-only disks are skipped: this user may not mount a tmpfs.\n');

/** A new, empty file system of so many bytes (`200k`), gone when the test is over. */
export function smallDisk(size: string): string {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  if (!mount(folder, size)) throw new Error('A tmpfs could be mounted before, and cannot be any more.');
  onTestFinished(() => {
    unmount(folder);
  });
  return folder;
}

/** Makes a mounted folder read-only, writable again, or of another size. */
export function remount(folder: string, option: 'ro' | 'rw' | `size=${string}`): void {
  spawnSync('mount', ['-o', `remount,${option}`, folder]);
}

function probe(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-mount-'));
  const works = mount(folder, '64k');
  if (works) unmount(folder);
  rmdirSync(folder);
  return works;
}

function mount(folder: string, size: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
}

function unmount(folder: string): void {
  spawnSync('umount', ['--lazy', folder]);
}
