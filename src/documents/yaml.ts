import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml';
import type { FileFinding } from '../findings/finding.ts';
import type { ParsedDocument } from './document.ts';
import type { ParsedText } from './parse.ts';
import { syntaxFinding } from './syntax-finding.ts';
import { lineOf } from './text.ts';
import { TOO_DEEP } from './too-deep.ts';
import { parseYamlTolerantly } from './yaml-tolerant.ts';
import { documentSpans } from './yaml-spans.ts';

/** How js-yaml says it. */
const EXCEEDED = 'nesting exceeded maxDepth';

/**
 * Parses every document of a YAML text (core schema: dates and versions stay strings). Empty documents are left
 * out; ordinals count them, so that they agree with any other YAML parser's.
 *
 * js-yaml reads real rule files four times as fast as `yaml`; what it refuses (duplicate keys, unknown tags) and
 * what it would expand without limit (aliases) goes to `yaml`.
 */
export function parseYaml(text: string): ParsedText {
  let values: unknown[];
  try {
    values = loadAll(text, { schema: CORE_SCHEMA, maxAliases: 0 });
  } catch (error) {
    const finding = tooDeep(error);
    return finding ? { documents: [], findings: [finding] } : parseYamlTolerantly(text);
  }
  const spans = values.length === 1 ? [{ from: 1, to: lastLine(text) }] : documentSpans(text);
  if (spans.length !== values.length) return parseYamlTolerantly(text);
  const documents: ParsedDocument[] = [];
  for (const [ordinal, lines] of spans.entries()) {
    const data = values[ordinal];
    if (data !== null && data !== undefined) documents.push({ syntax: 'yaml', data, lines, ordinal });
  }
  return { documents, findings: [] };
}

/** `yaml` has no limit of depth and takes seconds over what js-yaml refuses at once. */
function tooDeep(error: unknown): FileFinding | undefined {
  if (!(error instanceof YAMLException) || !error.reason.startsWith(EXCEEDED)) return undefined;
  const { line = 0, column = 0 } = error.mark ?? {};
  return syntaxFinding('YAML', TOO_DEEP, { line: line + 1, column: column + 1 });
}

function lastLine(text: string): number {
  return lineOf(text, text.trimEnd().length);
}
