import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ParsedDocument, ParsedFile } from '../../documents/document.ts';
import { parseMarkdown } from '../../playbooks/markdown/parse-markdown.ts';
import { withinLimits } from './kql-markdown-limits.ts';

/** A heading with what stands under it, up to the next heading of any level. */
export interface KqlSection {
  /** Plain text; empty for what stands under the page's title or before any heading. */
  title: string;
  /** The title to compare by: lower case, without `<Optional>` and a colon at the end. */
  key: string;
  /** Titles of the headings above and its own, outermost first; the page's title is none of them. */
  path: readonly string[];
  nodes: RootContent[];
}

/** A page taken apart. Offsets of all nodes count in the text of the file. */
export interface KqlPage {
  source: string;
  title?: string;
  sections: KqlSection[];
}

/** A stretch of the file's text, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What is longer was no title to whoever wrote it. */
const MAX_TITLE = 300;

/** Takes a page apart. Its title is the first heading of level 1, or the heading it begins with. */
export function kqlPage(file: ParsedFile, document: ParsedDocument): KqlPage {
  const tree = parseInPlace(file.text, document.body?.text ?? file.text);
  const headings = tree.children.filter((node) => node.type === 'heading');
  const first = tree.children[0];
  const titled = headings.find(({ depth }) => depth === 1) ?? (first?.type === 'heading' ? first : undefined);
  const sections: KqlSection[] = [{ title: '', key: '', path: [], nodes: [] }];
  let above: { depth: number; title: string }[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading') {
      sections.at(-1)?.nodes.push(node);
      continue;
    }
    const title = node === titled ? '' : plainTitle(node);
    above = above.filter(({ depth }) => depth < node.depth);
    if (title !== '') above.push({ depth: node.depth, title });
    sections.push({ title, key: keyOf(title), path: above.map((heading) => heading.title), nodes: [] });
  }
  const title = titled && plainTitle(titled).replace(/^rule(?: documentation)?\s*:\s*/i, '');
  return {
    source: file.text,
    ...(title !== undefined && title !== '' && { title }),
    sections: sections.filter(({ title: heading, nodes }) => heading !== '' || nodes.length > 0),
  };
}

/** The stretch of a node, without what encloses it. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The source text of a stretch. */
export function sourceOf(page: KqlPage, { start, end }: Span): string {
  return page.source.slice(start, end);
}

/** Parses the body with blanks for the front matter, so that offsets are the file's. */
function parseInPlace(text: string, body: string): Root {
  const before = text.length - body.length;
  return parseMarkdown(withinLimits(before > 0 ? `${' '.repeat(before - 1)}\n${body}` : text));
}

function plainTitle(heading: Heading): string {
  return toString(heading)
    .slice(0, MAX_TITLE)
    .replace(/\s+/g, ' ')
    .replace(/^[\s*_]+|(?<![\s*_])[\s*_]+$/g, '');
}

function keyOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s:])[\s:]+$/, '')
    .trim();
}
