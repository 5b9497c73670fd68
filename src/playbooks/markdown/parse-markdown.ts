import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { withFileLines } from './file-lines.ts';
import { parseBlocks } from './parse-blocks.ts';
import { withinDepth } from './within-depth.ts';

const commonMark = unified().use(remarkParse).freeze();
const gfm = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * What GFM adds to CommonMark cannot be there without one of these: the delimiter row of a table, a tilde, a
 * footnote, a tick box, a bare address of the web or of mail. Links' own addresses are no bare ones.
 */
const GFM_SIGNS = [
  /^(?=.*\|)[ \t>|:-]+$/m,
  /~/,
  /\[\^/,
  /\[[ \tx]\]\s/i,
  /(?<!\]\()(?:https?:\/\/|www\.)/i,
  /[\w.+-]@[\w-]+\.\w/,
  /\b(?:mailto|xmpp):/i,
];

/**
 * Parses GitHub-flavoured Markdown. The extensions double the time and are left out where they cannot matter. A text that
 * is nested without end is one block of code, one with marks without end has its blocks alone.
 */
export function parseMarkdown(text: string): Root {
  const parser = GFM_SIGNS.some((sign) => sign.test(text)) ? gfm : commonMark;
  return withinDepth(text, () => withFileLines(parseBlocks(text) ?? parser.parse(text), text));
}
