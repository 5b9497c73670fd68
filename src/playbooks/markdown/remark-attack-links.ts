import type { Link, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { idsInProse } from '../../attack/ids.ts';
import { settingsOf, type AttackResolver, type MarkdownSettings } from './settings.ts';

/** Turns ATT&CK ids in prose into links to their pages. Code and existing links are left alone. */
export function remarkAttackLinks(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    const { resolver } = settingsOf(file, fixed);
    if (!resolver) return;
    visit(tree, (node, index, parent) => {
      if (node.type === 'link' || node.type === 'linkReference') return SKIP;
      if (node.type !== 'text' || !parent || index === undefined) return;
      const pieces = linked(node.value, resolver);
      if (!pieces) return;
      parent.children.splice(index, 1, ...pieces);
      return index + pieces.length;
    });
  };
}

/** The text cut at its known ids; undefined when it has none. */
function linked(text: string, resolver: AttackResolver): (Text | Link)[] | undefined {
  const pieces: (Text | Link)[] = [];
  let end = 0;
  for (const token of idsInProse(text)) {
    const target = resolver(token.id);
    if (!target) continue;
    if (token.start > end) pieces.push({ type: 'text', value: text.slice(end, token.start) });
    const written = text.slice(token.start, token.end);
    pieces.push({
      type: 'link',
      url: target.href,
      title: target.title,
      data: { hProperties: { dataAttackId: token.id } },
      children: [{ type: 'text', value: written }],
    });
    end = token.end;
  }
  if (pieces.length === 0) return undefined;
  if (end < text.length) pieces.push({ type: 'text', value: text.slice(end) });
  return pieces;
}
