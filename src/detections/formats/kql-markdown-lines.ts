import type { RootContent } from 'mdast';
import { sourceOf, spanOf, type KqlPage } from './kql-markdown-sections.ts';

/** One line of a paragraph or of an item of a list, as source text. */
export interface KqlLine {
  text: string;
  /** Offset of its first character in the file. */
  start: number;
}

/** Lists nest this deep in nothing a person wrote. */
const MAX_NESTING = 20;

/** The lines of the paragraphs and lists among some nodes, in the order of the text. */
export function linesIn(page: KqlPage, nodes: readonly RootContent[], nesting = 0): KqlLine[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph') return paragraphLines(page, node);
    if (node.type !== 'list' || nesting > MAX_NESTING) return [];
    return node.children.flatMap((item) => linesIn(page, item.children, nesting + 1));
  });
}

/** `label` in lower case and the rest of a line such as `**Platform:** Sentinel`, `Name: A. Person`, `**Tags**: a`. */
export function labelOf(line: KqlLine): { label: string; value: KqlLine } | undefined {
  const match = /^[*_\s]{0,6}([A-Za-z][\w &()/-]{0,40}?)[*_ \t]{0,6}:[*_ \t]{0,6}/.exec(
    line.text.slice(0, 80),
  );
  if (!match || line.text.startsWith('//', match[0].length)) return undefined;
  const [{ length }, label = ''] = match;
  return {
    label: label.toLowerCase(),
    value: { text: line.text.slice(length), start: line.start + length },
  };
}

/** A text without the marks of emphasis and code around it. */
export function unmarked(text: string): string {
  return text.trim().replace(/^[*_`\s]{1,20}|[*_`\s]{1,20}$/g, '');
}

/** A line as plain text: without bold type and code anywhere, and links' addresses. */
export function plainLine({ text }: KqlLine): string {
  return unmarked(text.replace(/\[([^\]]{0,200})\]\([^)]{0,200}\)/g, '$1').replace(/\*\*|`/g, ''));
}

/** The parts of a line between separators, without marks around them. */
export function partsOf(line: KqlLine, separator: RegExp): KqlLine[] {
  let start = line.start;
  return line.text.split(separator).flatMap((part) => {
    const at = start;
    start += part.length + 1;
    const text = unmarked(part);
    return text === '' ? [] : [{ text, start: at + part.indexOf(text) }];
  });
}

function paragraphLines(page: KqlPage, node: RootContent): KqlLine[] {
  const { start } = spanOf(node);
  let at = start;
  return sourceOf(page, spanOf(node))
    .split('\n')
    .map((text) => {
      const line = { text: text.trimEnd(), start: at };
      at += text.length + 1;
      return line;
    });
}
