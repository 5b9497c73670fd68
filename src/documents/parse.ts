import { extname } from 'node:path/posix';
import type { FileFinding } from '../findings/finding.ts';
import { decode } from './decode.ts';
import type { ParsedDocument, ParsedFile } from './document.ts';
import { parseCsv } from './csv.ts';
import { parseJson } from './json.ts';
import { parseMarkdown } from './markdown.ts';
import { insideText } from './inside-text.ts';
import { lineOf } from './text.ts';
import { parseToml } from './toml.ts';
import { parseXml } from './xml.ts';
import { wholeCharacters } from './whole-characters.ts';
import { parseYaml } from './yaml.ts';

/** What a syntax makes of a text: its documents, and what was wrong with the ones it left out or mended. */
export interface ParsedText {
  documents: ParsedDocument[];
  findings: FileFinding[];
}

const SYNTAXES = new Map<string, (text: string) => ParsedText>([
  ['.yml', parseYaml],
  ['.yaml', parseYaml],
  ['.toml', parseToml],
  ['.md', parseMarkdown],
  ['.mdx', parseMarkdown],
  ['.markdown', parseMarkdown],
  ['.json', parseJson],
  ['.ndjson', parseJson],
  ['.jsonl', parseJson],
  ['.csv', parseCsv],
  ['.xml', parseXml],
  ['.yaral', plainText],
  ['.rules', plainText],
  ['.sql', plainText],
  ['.kql', plainText],
  ['.kusto', plainText],
]);

/** A language that only its own reader can take apart. */
function plainText(text: string): ParsedText {
  if (text.trim() === '') return { documents: [], findings: [] };
  const lines = { from: 1, to: lineOf(text, text.trimEnd().length) };
  return { documents: [{ syntax: 'text', data: null, lines, ordinal: 0 }], findings: [] };
}

/**
 * Parses a file by its extension, whatever its case. Never throws: content that cannot be read gives one finding
 * a document; what can be read is given beside it. A file whose extension has no syntax parses to no documents.
 *
 * @param path Path inside the source, forward slashes.
 * @returns `finding` when nothing of the file is readable.
 */
export function parseFile(
  path: string,
  bytes: Uint8Array,
): { file: ParsedFile; findings?: FileFinding[] } | { finding: FileFinding } {
  const decoded = decode(bytes);
  if ('finding' in decoded) return decoded;
  const { text } = decoded;
  const parsed = SYNTAXES.get(extname(path).toLowerCase())?.(text);
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
