import { SaxesParser } from 'saxes';
import type { ParsedText } from './parse.ts';
import { syntaxFinding } from './syntax-finding.ts';
import { lineOf } from './text.ts';
import { mendXml, unmendXml } from './xml-mend.ts';

/** An element with its place. Offsets count UTF-16 code units of the file's text; `end` is exclusive. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The text directly inside, pieces joined. */
  text: string;
  children: XmlElement[];
  start: number;
  end: number;
}

/** Nothing nested deeper than this was written by a person. */
const MAX_DEPTH = 100;

/** After so many faults a text is none of XML; each costs the parser a stack trace. */
const MAX_FAULTS = 1000;

/**
 * Parses an XML fragment: any number of elements at the top, comments left out, no entity but XML's own five
 * expanded. What is not well-formed gives one finding; elements closed before it are kept. What Wazuh's own parser
 * takes and XML forbids is no fault: see {@link mendXml}.
 */
export function parseXml(text: string): ParsedText {
  const strict = parse(text, text);
  if (strict.findings.length === 0) return strict;
  const mended = mendXml(text);
  return mended === text ? strict : parse(text, mended);
}

/** @param source What the parser reads: the text, or the text mended, character for character. */
function parse(text: string, source: string): ParsedText {
  const roots: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser({ fragment: true, position: true, xmlns: false } as const);
  let problem: { message: string; line: number; column: number } | undefined;
  let tooDeep = 0;
  let faults = 0;
  parser.on('error', (error) => {
    const { message } = error;
    problem ??= {
      message: message.replace(/^\d+:\d+: /, ''),
      line: parser.line,
      column: Math.max(1, parser.column),
    };
    faults += 1;
    if (faults > MAX_FAULTS) throw error;
  });
  const original = (piece: string): string => (source === text ? piece : unmendXml(piece));
  parser.on('opentag', ({ name, attributes: written }) => {
    if (open.length >= MAX_DEPTH) tooDeep += 1;
    // The parser stands after the `>`; a `<` cannot stand inside a tag.
    const start = source.lastIndexOf('<', parser.position - 1);
    const attributes = Object.fromEntries(
      Object.entries(written).map(([key, value]) => [key, original(value)]),
    );
    const element: XmlElement = { name, attributes, text: '', children: [], start, end: start };
    const parent = open.at(-1);
    if (parent === undefined) roots.push(element);
    else if (open.length < MAX_DEPTH) parent.children.push(element);
    open.push(element);
  });
  for (const kind of ['text', 'cdata'] as const) {
    parser.on(kind, (piece) => {
      const parent = open.at(-1);
      if (parent) parent.text += original(piece);
    });
  }
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.end = parser.position;
  });
  try {
    parser.write(source).close();
  } catch (error) {
    problem ??= { message: error instanceof Error ? error.message : String(error), line: 1, column: 1 };
  }
  if (tooDeep > 0) problem ??= { message: `nested more than ${MAX_DEPTH} levels deep`, line: 1, column: 1 };
  // What is still open stands in the last of them.
  const [unclosed] = open;
  const closed = roots.filter((root) => root !== unclosed);
  const lines = { from: 1, to: lineOf(text, text.trimEnd().length) };
  return {
    documents: closed.length > 0 ? [{ syntax: 'xml', data: closed, lines, ordinal: 0 }] : [],
    findings: problem ? [syntaxFinding('XML', problem.message, problem)] : [],
  };
}
