import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

// Started beside a measured process: leaves the most memory that process and all it started held at a time, in bytes,
// where the measurer looks. Pages that processes share are counted once (`Pss`). Of Linux alone.
const [parent = '', target = ''] = process.argv.slice(2);
const PROC = '/proc';

/** Often enough to see a stage of some seconds; each look at a large process holds it up for some milliseconds. */
const PAUSE_MS = 250;

let peak = 0;
process.on('SIGTERM', () => {
  writeFileSync(target, String(peak));
  process.exit();
});
for (;;) {
  const held = familyOf(Number(parent)).reduce((sum, pid) => sum + memoryOf(pid), 0);
  peak = Math.max(peak, held);
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

function memoryOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(textOf(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024;
}

/** Nothing of a process that has ended meanwhile. */
function textOf(pid: number, name: string): string {
  try {
    return readFileSync(join(PROC, String(pid), name), 'utf8');
  } catch {
    return '';
  }
}
