import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `new`: being written. `old`: what stood there, on its way out. */
export type StagingKind = 'new' | 'old';

/** A name nobody has, which says whose it is: `.dist.new-4711-…`. */
export function stagingPath(parent: string, name: string, kind: StagingKind): string {
  return join(parent, `.${name}.${kind}-${String(process.pid)}-${randomUUID()}`);
}

/** What runs that were killed have left under such names; what still runs is left out. */
export function abandoned(parent: string, name: string): { path: string; kind: string }[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((entry) => {
    const [, of, kind = '', pid] = /^\.(.+)\.(new|old)-(\d+)-[0-9a-f-]+$/.exec(entry) ?? [];
    return of === name && !isRunning(Number(pid)) ? [{ path: join(parent, entry), kind }] : [];
  });
}

/** Whether a process of this machine lives. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
