import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { headingLevel } from '../../playbooks/markdown/heading-level.ts';
import { sectionRole } from '../../playbooks/section-roles.ts';
import { pairSections } from '../playbooks/pair-sections.ts';
import { markAll, merge } from './merge.ts';
import { seenOf } from './segments.ts';

/** A heading of a rendered body with what stands under it; the first may have none. */
interface RenderedSection {
  title: string;
  role: string | undefined;
  text: string;
  content: ElementContent[];
}

/**
 * Two rendered bodies in one: sections are known again as the review knows them, and stand where they stand now; one that
 * went stands behind the one it followed.
 */
export function mergeSections(
  before: readonly ElementContent[],
  after: readonly ElementContent[],
): ElementContent[] {
  const [old, now] = [sectionsOf(before), sectionsOf(after)];
  const pairs = pairSections(old, now);
  const kept = new Set(pairs.values());
  const merged: ElementContent[] = [];
  let at = 0;
  const goneFrom = (): void => {
    for (let gone: RenderedSection | undefined = old[at]; gone && !kept.has(gone); gone = old[at]) {
      merged.push(...markAll(gone.content, 'removed'));
      at += 1;
    }
  };
  const told = new Set<RenderedSection>();
  goneFrom();
  for (const section of now) {
    const was = pairs.get(section);
    merged.push(...(was ? merge(was.content, section.content) : markAll(section.content, 'added')));
    if (!was) continue;
    told.add(was);
    // A section that moved up leaves those between it and its old place for later.
    for (let next: RenderedSection | undefined = old[at]; next && told.has(next); next = old[at]) {
      at += 1;
      goneFrom();
    }
  }
  return merged;
}

function sectionsOf(nodes: readonly ElementContent[]): RenderedSection[] {
  const groups: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'element' && headingLevel(node) !== undefined) groups.push([]);
    groups.at(-1)?.push(node);
  }
  return groups.map((content, index) => {
    const title = index === 0 || !content[0] ? '' : toString(content[0]).trim();
    const text = content
      .slice(index === 0 ? 0 : 1)
      .map((node) => seenOf(node))
      .join('')
      .trim();
    return { title, role: sectionRole(title), text, content };
  });
}
