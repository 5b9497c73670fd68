import type { Cost } from './measure.ts';

/** What one measurement found, for people and for machines. */
export interface BenchTable {
  /** Names its place in the documentation. */
  id: string;
  title: string;
  head: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly string[])[];
}

/** Head of a table of costs, multiples first: they hold on other machines, seconds do not. */
export const costHead = (what: string, yardstick: string): string[] => [
  what,
  `× ${yardstick}`,
  'CPU s',
  'wall s',
  'peak MB',
];

/** A row of such a table. */
export function costRow(name: string, { cpu, wall, peak }: Cost, yardstick: Cost): string[] {
  return [
    name,
    times(cpu / yardstick.cpu),
    seconds(cpu),
    seconds(wall),
    Math.round(peak).toLocaleString('en'),
  ];
}

/** Two digits are what a shared machine can tell. */
export const times = (ratio: number): string => (ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0));

export const seconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** A table as Markdown. Its columns are not told to align: that would be a style on every cell of the page. */
export function tableMarkdown({ head, rows }: BenchTable): string {
  const widths = head.map((label, column) =>
    Math.max(3, label.length, ...rows.map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
