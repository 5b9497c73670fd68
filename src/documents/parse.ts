import type { FileFinding } from '../findings/finding.ts';
import { decode } from './decode.ts';
import type { ParsedDocument, ParsedFile } from './document.ts';
import { insideText } from './inside-text.ts';
import { wholeCharacters } from './whole-characters.ts';

/** What a syntax makes of a text: its documents, and what was wrong with the ones it left out or mended. */
export interface ParsedText {
  documents: ParsedDocument[];
  findings: FileFinding[];
}

/** Takes the texts of one syntax apart. */
export type Syntax = (text: string) => ParsedText;

/**
 * Parses a file. Never throws: content that cannot be read gives one finding a document; what can be read is given
 * beside it.
 *
 * @param path Path inside the source, forward slashes.
 * @param syntax Of files with its extension (`syntaxes.ts`); without one it parses to no documents.
 * @returns `finding` when nothing of the file is readable.
 */
export function parseFile(
  path: string,
  bytes: Uint8Array,
  syntax: Syntax | undefined,
): { file: ParsedFile; findings?: FileFinding[] } | { finding: FileFinding } {
  const decoded = decode(bytes);
  if ('finding' in decoded) return decoded;
  const { text } = decoded;
  const parsed = syntax?.(text);
  const documents = (parsed?.documents ?? []).map((document) => ofWholeCharacters(document, text));
  const findings = parsed ? insideText(parsed.findings, text) : [];
  const [first] = findings;
  if (documents.length === 0 && findings.length === 1 && first) return { finding: first };
  return { file: { path, text, documents }, ...(findings.length > 0 && { findings }) };
}

function ofWholeCharacters(document: ParsedDocument, text: string): ParsedDocument {
  const { syntax, data } = document;
  if (syntax === 'csv' || syntax === 'xml' || syntax === 'text') return document;
  return { ...document, data: wholeCharacters(data, text) };
}
