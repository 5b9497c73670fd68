import { CORE_SCHEMA, loadAll } from 'js-yaml-4';
import type { FileFinding } from '../findings/finding.ts';
import type { ParsedText } from './parse.ts';
import { documentSpans } from './yaml-spans.ts';

/** An anchor: what is aliased here would be expanded by whoever writes the value down. */
const ANCHOR = /(?:^|[\s[{,:-])&[\w-]/m;

/**
 * A last look at YAML that strict parsers refuse: a quoted text whose lines go on left of its key, which public rules
 * have and older parsers took. Version 4 of js-yaml still takes it, as the tools these rules were written for do.
 *
 * @param strict What the strict parser said; its first finding becomes a warning.
 * @returns undefined when this parser refuses the text as well.
 */
export function parseYamlLeniently(text: string, strict: readonly FileFinding[]): ParsedText | undefined {
  const [first] = strict;
  if (!first || ANCHOR.test(text)) return undefined;
  let values: unknown[];
  try {
    values = loadAll(text, undefined, { schema: CORE_SCHEMA, json: true });
  } catch {
    return undefined;
  }
  const spans = documentSpans(text);
  if (spans.length !== values.length) return undefined;
  return {
    documents: values.flatMap((data, ordinal) => {
      const lines = spans[ordinal];
      return lines === undefined || data === null || data === undefined
        ? []
        : [{ syntax: 'yaml' as const, data, lines, ordinal }];
    }),
    findings: [lenientFinding(first)],
  };
}

function lenientFinding({ message, range }: FileFinding): FileFinding {
  return {
    rule: 'file/lenient-syntax',
    severity: 'warning',
    message: `Unexpected YAML that only lenient parsers take (${message.replace(/^Unreadable YAML at /, '')}); it is read`,
    hint: 'Indent every line of the text further than its key, or write it as a block (`|`).',
    ...(range && { range }),
  };
}
