import { parseAllDocuments } from 'yaml';
import type { Document } from 'yaml';
import type { FileFinding } from '../findings/finding.ts';
import type { ParsedDocument } from './document.ts';
import type { ParsedText } from './parse.ts';
import { positionIndex } from './line-index.ts';
import { parseYamlLeniently } from './yaml-lenient.ts';
import { duplicateKeys } from './yaml-duplicate-keys.ts';
import { syntaxFinding } from './syntax-finding.ts';

/** Counts lines itself: the library's own counter loses some after an error. */
type PositionOf = ReturnType<typeof positionIndex>;

/** Real rules alias a handful of values; a bomb needs millions. */
const MAX_ALIASES = 100;

/**
 * Reads YAML with the `yaml` library: slower, and able to say where and why. A key written twice keeps its last
 * value under a `file/duplicate-key` warning; a document with any other error is left out under one `file/syntax`
 * finding, and the documents around it are read. What an older parser still takes is read under a warning.
 */
export function parseYamlTolerantly(text: string): ParsedText {
  const positionOf = positionIndex(text);
  const documents: ParsedDocument[] = [];
  const findings: FileFinding[] = [];
  try {
    const parsed: readonly Document[] = parseAllDocuments(text, {
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    });
    for (const [ordinal, document] of parsed.entries()) {
      const [fatal] = document.errors;
      if (fatal) {
        findings.push(syntaxFinding('YAML', fatal.message, positionOf(fatal.pos[0])));
        continue;
      }
      const data = valueOf(document, positionOf, findings);
      if (data === null || data === undefined) continue;
      findings.push(...duplicateKeys(document).map((offset) => duplicateKey(text, positionOf, offset)));
      documents.push({ syntax: 'yaml', data, lines: linesOf(text, document, positionOf), ordinal });
    }
  } catch (error) {
    // Deep nesting overflows the library's stack.
    findings.push(syntaxFinding('YAML', reasonOf(error), { line: 1, column: 1 }));
  }
  const isBroken = findings.some(({ severity }) => severity === 'error');
  return (isBroken && parseYamlLeniently(text, findings)) || { documents, findings };
}

/** Unresolved aliases and too many of them come out only here. */
function valueOf(document: Document, positionOf: PositionOf, findings: FileFinding[]): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const start = document.contents?.range?.[0] ?? document.range?.[0] ?? 0;
    findings.push(syntaxFinding('YAML', reasonOf(error), positionOf(start)));
    return undefined;
  }
}

function linesOf(text: string, document: Document, positionOf: PositionOf): { from: number; to: number } {
  const start = document.contents?.range?.[0] ?? document.range?.[0] ?? 0;
  const end = document.contents?.range?.[1] ?? start;
  const trimmedEnd = start + text.slice(start, end).trimEnd().length;
  return {
    from: positionOf(start).line,
    to: positionOf(Math.max(start, trimmedEnd - 1)).line,
  };
}

function duplicateKey(text: string, positionOf: PositionOf, offset: number): FileFinding {
  const { line, column } = positionOf(offset);
  const key = /^[^\s:#]{1,80}/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
  return {
    rule: 'file/duplicate-key',
    severity: 'warning',
    message: `Unexpected second \`${key}\` in the same map, expected each key once; the last value is used`,
    hint: 'Remove one of them, or merge their values.',
    range: { line, column, endLine: line, endColumn: column + Math.max(1, key.length) },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
