import type { Root } from 'mdast';
import remarkLintHeadingIncrement from 'remark-lint-heading-increment';
import remarkLintNoDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import remarkLintNoDuplicateHeadingsInSection from 'remark-lint-no-duplicate-headings-in-section';
import remarkLintNoEmptyUrl from 'remark-lint-no-empty-url';
import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import remarkLintNoUnusedDefinitions from 'remark-lint-no-unused-definitions';
import { unified } from 'unified';
import type { Point, Position } from 'unist';
import { VFile } from 'vfile';
import type { FileFinding, Range, Severity } from '../findings/finding.ts';
import { fileLines, type PointAt } from './markdown/file-lines.ts';

/**
 * What of remark-lint matters in a text somebody works by under pressure, with how much it matters. How a list is
 * indented or which marker it has is nobody's business here.
 */
export const PROSE_RULES = {
  'remark-lint/heading-increment': 'note',
  'remark-lint/no-duplicate-definitions': 'warning',
  'remark-lint/no-duplicate-headings-in-section': 'note',
  'remark-lint/no-empty-url': 'warning',
  'remark-lint/no-undefined-references': 'warning',
  'remark-lint/no-unused-definitions': 'note',
} as const satisfies Record<string, Severity>;

const processor = unified()
  .use(remarkLintHeadingIncrement)
  .use(remarkLintNoDuplicateDefinitions)
  .use(remarkLintNoDuplicateHeadingsInSection)
  .use(remarkLintNoEmptyUrl)
  // `[.]` of a defanged address and `[host]` of a placeholder are no references to anything.
  .use(remarkLintNoUndefinedReferences, { allowShortcutLink: true })
  .use(remarkLintNoUnusedDefinitions)
  .freeze();

/**
 * What remark-lint finds in a body, at the lines of the file.
 *
 * @param firstLine Line of the file the body starts on.
 */
export function lintProse(tree: Root, body: string, firstLine: number): FileFinding[] {
  const file = new VFile(body);
  try {
    processor.runSync(tree, file);
  } catch (error) {
    // Nested deeper than the stack reaches, which only a text made for it is.
    if (!(error instanceof RangeError)) throw error;
  }
  const pointAt = fileLines(body);
  return file.messages.flatMap(({ ruleId, reason, place }) => {
    const rule = `remark-lint/${ruleId ?? ''}`;
    if (!isProseRule(rule)) return [];
    const range = place && rangeOf(place, firstLine, pointAt);
    return {
      rule,
      severity: PROSE_RULES[rule],
      // `heading-increment` 4.0.1 misspells it.
      message: reason.replace(' exected ', ' expected '),
      ...(range && { range }),
    };
  });
}

/** @param pointAt Of a text in which some rules count other lines than files have. */
function rangeOf(place: Point | Position, firstLine: number, pointAt: PointAt | undefined): Range {
  const [start, end] = ('start' in place ? [place.start, place.end] : [place, place]).map((point) =>
    pointAt && point.offset !== undefined ? pointAt(point.offset) : point,
  ) as [Point, Point];
  return {
    line: start.line + firstLine - 1,
    column: start.column,
    endLine: end.line + firstLine - 1,
    endColumn: end.column,
  };
}

function isProseRule(rule: string): rule is keyof typeof PROSE_RULES {
  return Object.hasOwn(PROSE_RULES, rule);
}
