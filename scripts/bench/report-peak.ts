import { writeFileSync } from 'node:fs';

// Preloaded into a measured process: leaves its peak resident memory in bytes, and its stages with theirs, where the
// measurer looks.

/** A stage the product measured: milliseconds since the process began, and peak resident bytes at its end. */
export interface StageReport {
  name: string;
  start: number;
  end: number;
  peak: number;
}

export interface ProcessReport {
  peak: number;
  stages: StageReport[];
}

const PREFIX = 'coverbook: ';
const target = process.env['COVERBOOK_BENCH_PEAK'];
if (target !== undefined) {
  const peak = (): number => process.resourceUsage().maxRSS * 1024;
  const stages: StageReport[] = [];
  const measure = performance.measure.bind(performance);
  // An observer is told later, when memory has moved on.
  performance.measure = (...args) => {
    const entry = measure(...args);
    if (entry.name.startsWith(PREFIX))
      stages.push({
        name: entry.name.slice(PREFIX.length),
        start: entry.startTime,
        end: entry.startTime + entry.duration,
        peak: peak(),
      });
    return entry;
  };
  process.on('exit', () => {
    const report: ProcessReport = { peak: peak(), stages };
    writeFileSync(target, JSON.stringify(report));
  });
}
