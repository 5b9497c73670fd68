import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** The blocks under the first heading that fits, up to the next one of its depth or above. */
export function blocksUnder(tree: Root, fits: (title: string) => boolean): RootContent[] {
  const start = tree.children.findIndex((node) => node.type === 'heading' && fits(toString(node).trim()));
  const heading = tree.children[start];
  if (heading?.type !== 'heading') return [];
  const rest = tree.children.slice(start + 1);
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= heading.depth);
  return end === -1 ? rest : rest.slice(0, end);
}

/** The first paragraph under the first heading that fits, on one line. A subheading ends the search. */
export function paragraphUnder(tree: Root, fits: (title: string) => boolean): string | undefined {
  const first = blocksUnder(tree, fits).find(({ type }) => type === 'paragraph' || type === 'heading');
  if (first?.type !== 'paragraph') return undefined;
  const text = toString(first).replaceAll(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** What stands behind a label in a heading (`Hunt ID: H-0001`), or in the paragraph under it. */
export function headedValues(tree: Root, label: string): string[] {
  const isLabel = (title: string): boolean => {
    const lower = title.toLowerCase();
    return lower === label || lower.startsWith(`${label}:`);
  };
  const values: string[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading' && node.type !== 'paragraph') continue;
    const text = toString(node).trim();
    if (isLabel(text)) values.push((text.split('\n', 1)[0] ?? '').slice(label.length + 1).trim());
  }
  const below = paragraphUnder(tree, isLabel);
  return below === undefined ? values : [...values, below];
}
