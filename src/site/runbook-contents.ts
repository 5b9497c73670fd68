import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import { VFile } from 'vfile';

/** A heading of a page, as its contents list it. */
export interface ContentsEntry {
  id: string;
  text: string;
  /** 2 or 3. */
  level: number;
}

const parse = rehypeRaw();
const HEADING = /<h([23]) id="([\w\p{L}\p{N}-]+)"[^>]*>(.*?)<\/h\1>/gsu;

/** The headings of level 2 and 3 in HTML our own pipeline wrote. */
export function contentsOf(html: string): ContentsEntry[] {
  return [...html.matchAll(HEADING)].map(([, level, id = '', inner = '']) => ({
    id,
    level: Number(level),
    text: wordsOf(inner),
  }));
}

function wordsOf(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const tree: Root = { type: 'root', children: [{ type: 'raw', value: html }] };
  return toString(parse(tree, new VFile())).trim();
}
