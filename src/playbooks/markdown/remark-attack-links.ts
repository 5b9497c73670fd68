import type { Link, Parents, Root, RootContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import { idsInProse } from '../../attack/ids.ts';
import { settingsOf, type AttackResolver, type MarkdownSettings } from './settings.ts';

/** Turns ATT&CK ids in prose into links to their pages. Code and existing links are left alone. */
export function remarkAttackLinks(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    const { resolver } = settingsOf(file, fixed);
    if (!resolver) return;
    linkWithin(tree, resolver);
  };
}

function linkWithin(parent: Parents, resolver: AttackResolver): void {
  if (parent.type === 'link' || parent.type === 'linkReference') return;
  const children = (parent.children as RootContent[]).flatMap((child): RootContent[] =>
    child.type === 'text' ? linked(child.value, resolver) : [child],
  );
  parent.children = children;
  for (const child of children) if ('children' in child) linkWithin(child, resolver);
}

/** The text cut at its known ids. */
function linked(text: string, resolver: AttackResolver): (Text | Link)[] {
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
  if (end < text.length || end === 0) pieces.push({ type: 'text', value: text.slice(end) });
  return pieces;
}
