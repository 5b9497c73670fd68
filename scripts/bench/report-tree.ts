import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

// Started beside a measured process: leaves the most memory that process and all it started held at a time, in bytes,
// where the measurer looks. Of Linux alone. Pages of files, which are mostly the same program's, are counted of one
// process: what each has a share in (`Pss`) would take a walk over all its pages, which holds it up.
const [parent = '', target = ''] = process.argv.slice(2);
const PROC = '/proc';

/** Often enough to see a stage of a second. */
const PAUSE_MS = 250;

let peak = 0;
process.on('SIGTERM', () => {
  writeFileSync(target, String(peak));
  process.exit();
});
for (;;) {
  const family = familyOf(Number(parent)).map(memoryOf);
  const held = family.reduce((sum, { own }) => sum + own, 0);
  peak = Math.max(peak, held + Math.max(0, ...family.map(({ files }) => files)));
  await setTimeout(PAUSE_MS);
}

/** The processes a process started, those they started, and so on; without this one. */
function familyOf(pid: number): number[] {
  const children = Map.groupBy(
    readdirSync(PROC).filter((name) => /^\d+$/.test(name)),
    (name) => parentOf(Number(name)),
  );
  const below = (one: number): number[] =>
    (children.get(one) ?? []).flatMap((name) =>
      Number(name) === process.pid ? [] : [Number(name), ...below(Number(name))],
    );
  return below(pid);
}

/** From the fourth field of `stat`; the second, a name in brackets, may hold anything. */
function parentOf(pid: number): number {
  const stat = textOf(pid, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function memoryOf(pid: number): { own: number; files: number } {
  const sizes: Record<string, number> = {};
  for (const [, name = '', kilobytes] of textOf(pid, 'status').matchAll(/^(\w+):\s+(\d+) kB$/gm))
    sizes[name] = Number(kilobytes) * 1024;
  const { RssAnon = 0, RssShmem = 0, RssFile = 0 } = sizes;
  return { own: RssAnon + RssShmem, files: RssFile };
}

/** Nothing of a process that has ended meanwhile. */
function textOf(pid: number, name: string): string {
  try {
    return readFileSync(join(PROC, String(pid), name), 'utf8');
  } catch {
    return '';
  }
}
