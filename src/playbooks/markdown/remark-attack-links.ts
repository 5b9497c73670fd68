import type { Link, Parents, Root, RootContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import { idsInProse } from '../../attack/ids.ts';
import { ATTACK_LINK } from './attack-link.ts';
import { settingsOf } from './settings.ts';

/** Turns ATT&CK ids in prose into links to their pages. Code and existing links are left alone. */
export function remarkAttackLinks() {
  return (tree: Root, file: VFile): void => {
    const { resolver } = settingsOf(file);
    if (!resolver) return;
    linkWithin(tree, (id, written) => {
      const target = resolver(id);
      return target && { ...linkOf(id, written), url: target.href, title: target.title };
    });
  };
}

/** As above for MDX: every id becomes an {@link ATTACK_LINK} with the property `data-attack-id`. */
export function remarkAttackElements() {
  return (tree: Root): void => {
    linkWithin(tree, (id, written) => {
      const link = linkOf(id, written);
      return { ...link, data: { ...link.data, hName: ATTACK_LINK } };
    });
  };
}

/** What stands in place of an id; without anything the id stays text. */
type Linking = (id: string, written: string) => Link | undefined;

function linkOf(id: string, written: string): Link {
  return {
    type: 'link',
    url: '',
    data: { hProperties: { dataAttackId: id } },
    children: [{ type: 'text', value: written }],
  };
}

function linkWithin(parent: Parents, linking: Linking): void {
  if (parent.type === 'link' || parent.type === 'linkReference') return;
  const children = (parent.children as RootContent[]).flatMap((child): RootContent[] =>
    child.type === 'text' ? linked(child.value, linking) : [child],
  );
  parent.children = children;
  for (const child of children) if ('children' in child) linkWithin(child, linking);
}

/** The text cut at its ids. */
function linked(text: string, linking: Linking): (Text | Link)[] {
  const pieces: (Text | Link)[] = [];
  let end = 0;
  for (const token of idsInProse(text)) {
    const link = linking(token.id, text.slice(token.start, token.end));
    if (!link) continue;
    if (token.start > end) pieces.push({ type: 'text', value: text.slice(end, token.start) });
    pieces.push(link);
    end = token.end;
  }
  if (end < text.length || end === 0) pieces.push({ type: 'text', value: text.slice(end) });
  return pieces;
}
