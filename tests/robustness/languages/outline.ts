import type { QueryTree } from '../../../src/robustness/query-tree.ts';

/** A whole tree as indented lines: `process.name equals a.exe | b*`, `opaque: a computed value`. */
export function outline(tree: QueryTree, indent = ''): string {
  switch (tree.kind) {
    case 'predicate':
      return `${indent}${[tree.field || '*', tree.comparison, tree.values.join(' | ')].join(' ').trim()}`;
    case 'opaque':
      return `${indent}opaque: ${tree.why}`;
    case 'not':
      return `${indent}not\n${outline(tree.of, `${indent}  `)}`;
    case 'all':
    case 'any':
      return [`${indent}${tree.kind}`, ...tree.of.map((part) => outline(part, `${indent}  `))].join('\n');
  }
}

/** The outline as it stands in a test: without the indentation the test gives it. */
export function expected(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}
