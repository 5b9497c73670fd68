import type { Nodes, Root } from 'mdast';
import { asSource } from './as-source.ts';

/** Nothing nested deeper than this was written by a person. */
const MAX_DEPTH = 100;

/** A line that begins with more signs of quotes and lists than that. */
const OPENS_TOO_MANY = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){101}/m;

/**
 * The tree of a text, or, where it is nested deeper than what walks trees by recursion can follow, a tree that holds the
 * source as one block of code. How far a stack reaches differs from thread to thread; this depth does not.
 */
export function withinDepth(text: string, parse: () => Root): Root {
  // The parser would take seconds to open them all.
  if (OPENS_TOO_MANY.test(text)) return asSource(text);
  let tree: Root | undefined;
  try {
    tree = parse();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return tree && !isDeeper(tree, MAX_DEPTH) ? tree : asSource(text);
}

function isDeeper(node: Nodes, levels: number): boolean {
  if (!('children' in node)) return false;
  return levels === 0 || node.children.some((child) => isDeeper(child, levels - 1));
}
