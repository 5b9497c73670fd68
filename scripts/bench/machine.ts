import { cpus, totalmem } from 'node:os';
import manifest from '../../package.json' with { type: 'json' };
import { run } from './run.ts';

/** What was measured and on what, in one sentence: figures of another machine or version do not compare. */
export function machineWords(day = new Date()): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? '';
  const memory = `${Math.round(totalmem() / 1e9).toString()} GB`;
  const date = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const processor = `${String(cores.length)} cores${model === '' || model === 'unknown' ? '' : ` (${model})`}`;
  return `Coverbook ${manifest.version} at ${commit()}, Node ${process.versions.node}, ${processor}, ${memory}, ${date}.`;
}

function commit(): string {
  try {
    return run('git', ['-C', import.meta.dirname, 'rev-parse', '--short', 'HEAD']).trim();
  } catch {
    return 'no commit';
  }
}
