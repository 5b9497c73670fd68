import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { fullName } from '../coverage/full-name.ts';
import type { Gap } from '../coverage/gap.ts';
import { nextSteps } from '../coverage/next-steps.ts';
import { columns, shortened, wrapped } from './columns.ts';

const INDENT = 10;

/** Gaps as lines of text: a row each, why it is one, and what would close it. */
export function gapLines(gaps: readonly Gap[], knowledge: KnowledgeBase): string[] {
  const rows = columns(
    [
      ['Priority', 'Technique', '', 'Level', 'Missing'],
      ...gaps.map(({ priority, technique, level, missing }) => [
        String(priority),
        technique,
        shortened(nameOf(technique, knowledge), 44),
        level,
        missing.join(', '),
      ]),
    ],
    [0],
  );
  const [header = '', ...lines] = rows;
  return [
    header,
    ...gaps.flatMap((gap, at) => [
      lines[at] ?? '',
      ...wrapped(gap.why, INDENT),
      ...nextSteps(gap).flatMap((step) => stepLines(step)),
      '',
    ]),
  ];
}

function nameOf(id: string, knowledge: KnowledgeBase): string {
  const technique = knowledge.technique(id);
  return technique ? fullName(technique, knowledge) : id;
}

/** One step behind a mark, further lines under its first word. */
export function stepLines(step: string, indent = INDENT): string[] {
  const [first = '', ...rest] = wrapped(step, indent + 2);
  return [`${' '.repeat(indent)}→ ${first.trimStart()}`, ...rest];
}
