import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';

const parseRaw = rehypeRaw();

/** Turns HTML written in Markdown into elements, to be sanitised; the whole tree is parsed anew only where there is any. */
export function rehypeEmbeddedHtml() {
  return (tree: Root, ...rest: Parameters<typeof parseRaw> extends [Root, ...infer R] ? R : never): Root =>
    hasRaw(tree) ? parseRaw(tree, ...rest) : tree;
}

function hasRaw(node: Nodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw));
}
