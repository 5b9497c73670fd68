import type { Element, ElementContent } from 'hast';
import { element, unseen } from '../reporters/html/element.ts';
import { editsOf } from './edits.ts';
import { seenOf, tagOf } from './segments.ts';

export type Kind = 'added' | 'removed';

/** A word with the space after it, or an element that is one; with the elements around it, the outermost first. */
interface Token {
  node: ElementContent;
  around: readonly Element[];
  seen: string;
}

/** Elements that are compared whole. */
const WHOLE: ReadonlySet<string> = new Set(['code', 'sup', 'sub', 'input', 'br', 'img', 'kbd']);

/** The words of both sides in one, with what came and went marked; what stayed is the head's. */
export function mergeWords(
  before: readonly ElementContent[],
  after: readonly ElementContent[],
): ElementContent[] {
  return editsOf(tokensOf(before), tokensOf(after), ({ seen }) => seen).flatMap((edit) => {
    if (edit.kind === 'removed') return marked(rebuilt(edit.before), 'removed');
    if (edit.kind === 'added') return marked(rebuilt(edit.after), 'added');
    return rebuilt(edit.after.map((token, index) => spaced(token, edit.before[index])));
  });
}

/** Inline content that came, or went. It is said in words as well, for those who do not see it. */
export function marked(nodes: readonly ElementContent[], kind: Kind): ElementContent[] {
  if (nodes.every((node) => seenOf(node).trim() === '')) return [...nodes];
  const mark = element(kind === 'added' ? 'ins' : 'del', {});
  return [{ ...mark, children: [unseen(` ${kind}: `), ...nodes, unseen(' ')] }];
}

/** A word is followed by space where it was on either side: else it would run into what went from behind it. */
function spaced(token: Token, was: Token | undefined): Token {
  const { node } = token;
  const isBare = node.type === 'text' && !/\s$/.test(node.value);
  return isBare && was?.node.type === 'text' && /\s$/.test(was.node.value)
    ? { ...token, node: { type: 'text', value: `${node.value} ` } }
    : token;
}

function tokensOf(nodes: readonly ElementContent[], around: readonly Element[] = []): Token[] {
  const prefix = around.map(tagOf).join('');
  return nodes.flatMap((node): Token[] => {
    if (node.type === 'text') {
      return (node.value.match(/\S+\s*|\s+/g) ?? []).map((value) => ({
        node: { type: 'text', value },
        around,
        seen: `${prefix}${value.trim()}`,
      }));
    }
    if (node.type !== 'element') return [];
    // An element with an id must not be there twice.
    const isWhole =
      WHOLE.has(node.tagName) || node.properties['id'] !== undefined || node.children.length === 0;
    return isWhole
      ? [{ node, around, seen: prefix + seenOf(node) }]
      : tokensOf(node.children, [...around, node]);
  });
}

/** Tokens inside the elements they stood in. */
function rebuilt(tokens: readonly Token[], depth = 0): ElementContent[] {
  const nodes: ElementContent[] = [];
  for (let from = 0; from < tokens.length;) {
    const first = tokens[from];
    if (!first) break;
    const outer = first.around[depth];
    if (!outer) {
      nodes.push(first.node);
      from += 1;
      continue;
    }
    const end = tokens.findIndex(({ around }, index) => index > from && around[depth] !== outer);
    const to = end < 0 ? tokens.length : end;
    nodes.push({ ...outer, children: rebuilt(tokens.slice(from, to), depth + 1) });
    from = to;
  }
  return nodes;
}
