import { writeFileSync } from 'node:fs';

// Preloaded into a measured process: leaves its peak resident memory, in bytes, where the measurer looks.
const target = process.env['COVERBOOK_BENCH_PEAK'];
if (target !== undefined) {
  process.on('exit', () => {
    writeFileSync(target, String(process.resourceUsage().maxRSS * 1024));
  });
}
