import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { fileLines, withFileLines } from './markdown/file-lines.ts';
import { parseBlocks } from './markdown/parse-blocks.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { withinDepth } from './markdown/within-depth.ts';

const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** A body as a tree. `mdxError` says why a body that should be MDX was read as plain Markdown. */
export interface ParsedBody {
  tree: Root;
  mdxError?: { reason: string; line: number };
}

/**
 * Parses a playbook's body. MDX is only parsed here, never evaluated; with a syntax error in it the body is
 * still read, as Markdown.
 *
 * @param isMdx Whether the file is `.mdx`.
 */
export function parseBody(body: string, isMdx: boolean): ParsedBody {
  if (!isMdx) return { tree: parseMarkdown(body) };
  try {
    return { tree: withFileLines(parseBlocks(body) ?? withinDepth(body, () => mdx.parse(body)), body) };
  } catch (error) {
    const { reason, place } = error as Partial<VFile['messages'][number]>;
    const point = place && ('start' in place ? place.start : place);
    const { line } = fileLines(body)?.(point?.offset ?? 0) ?? point ?? { line: 1 };
    return { tree: parseMarkdown(body), mdxError: { reason: reason ?? String(error), line } };
  }
}
