import { logLine } from '../../escape/log-line.ts';
import type { ReviewReporter } from '../reporter.ts';
import { footLines, numberLines } from '../told/foot.ts';
import type { Section } from '../told/section.ts';
import { sectionsOf } from '../told/sections.ts';
import { coverageLines } from './text/coverage-lines.ts';
import { differenceLines } from './text/difference-lines.ts';
import { findingLines } from './text/finding-lines.ts';
import { itemLines } from './text/item-lines.ts';
import { painter, type Paint } from './text/paint.ts';

/** For people at a terminal: the verdict, every section in full, and what was compared with what. */
export const textReporter: ReviewReporter = {
  id: 'text',
  report(review, { color }) {
    const paint = painter(color);
    const head = [
      paint('bold', logLine(review.verdict)),
      ...numberLines(review).map(logLine),
      ...review.notes.map((note) => `Note: ${logLine(note)}`),
    ];
    const foot = footLines(review).map((line) => paint('dim', logLine(line)));
    const sections = sectionsOf(review).map((section) => sectionLines(section, paint));
    return `${[head, ...sections, foot].map((lines) => lines.join('\n')).join('\n\n')}\n`;
  },
};

function sectionLines(section: Section, paint: Paint): string[] {
  return [
    paint('underline', logLine(`${section.title} (${section.count})`)),
    ...(section.note === undefined ? [] : [logLine(section.note)]),
    ...entriesOf(section, paint).map((line) => `  ${line}`),
  ];
}

function entriesOf(section: Section, paint: Paint): string[] {
  switch (section.kind) {
    case 'coverage':
      return section.changes.flatMap((change) => coverageLines(change, paint));
    case 'findings':
      return section.findings.flatMap((finding) => findingLines(finding, paint));
    case 'differences':
      return section.differences.flatMap((difference) => differenceLines(difference, paint));
    case 'items':
      return section.items.flatMap((item) => itemLines(item, paint));
  }
}
