import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** What people leave for later. */
const PLACEHOLDER = /^(?:to ?do|tbd|tba|fixme|to be (?:done|determined|decided|written|added)|\.\.|…|-)\W*$/i;

/** Headings of a body with nothing under them: no text but a placeholder or a comment, and no section that has any. */
export function emptySections({ children }: Root): Set<Heading> {
  const empty = new Set<Heading>();
  // The sections the walk is in, outermost first; each has its heading's depth.
  let open: Heading[] = [];
  for (const child of children) {
    if (child.type === 'heading') {
      open = [...open.filter(({ depth }) => depth < child.depth), child];
      empty.add(child);
    } else if (saysSomething(child)) {
      for (const heading of open) empty.delete(heading);
    }
  }
  return empty;
}

function saysSomething(node: RootContent): boolean {
  if (node.type === 'html') return !/^\s*<!--[^]*-->\s*$/.test(node.value);
  // An MDX comment, and what MDX imports, is not shown either.
  if (node.type === 'mdxjsEsm' || node.type === 'thematicBreak' || node.type === 'definition') return false;
  if (node.type === 'mdxFlowExpression') return !/^\s*\/\*[^]*\*\/\s*$/.test(node.value);
  return node.type !== 'paragraph' || !PLACEHOLDER.test(toString(node).trim());
}
