import type { ElementContent, Root } from 'hast';
import { visible } from '../../escape/visible.ts';
import { eachElement } from '../../playbooks/markdown/each-element.ts';
import { markdownTree } from '../../playbooks/pipeline.ts';
import type { Playbook } from '../../playbooks/playbook.ts';

/** Elements of a text that would pass for marks of the comparison. */
const STAND_INS: Readonly<Record<string, string>> = { ins: 'u', del: 's', strike: 's' };

/**
 * A playbook's body as the site's pipeline renders and sanitises it, made ready to be compared: nothing in it passes for
 * a mark, nothing is folded away, and the base's side brings no ids.
 *
 * @throws RangeError for a text that is nested deeper than the stack reaches.
 */
export function renderedBody({ body }: Playbook, side: 'base' | 'head'): ElementContent[] {
  const tree = markdownTree(body, { headingOffset: 2 });
  eachElement(tree, (node) => {
    const { tagName, properties } = node;
    node.tagName = STAND_INS[tagName] ?? tagName;
    delete properties['hidden'];
    if (tagName === 'details') properties['open'] = true;
    if (side === 'head') return;
    delete properties['id'];
    delete properties['ariaDescribedBy'];
    if (typeof properties['href'] === 'string' && properties['href'].startsWith('#'))
      delete properties['href'];
  });
  showInvisible(tree);
  return tree.children.filter((node): node is ElementContent => node.type !== 'doctype');
}

/** Outside of code, which marks what cannot be seen by itself. */
function showInvisible(parent: Root | Extract<ElementContent, { type: 'element' }>): void {
  for (const child of parent.children) {
    if (child.type === 'text')
      child.value = child.value
        .split(/([\n\t])/)
        .map(shown)
        .join('');
    if (child.type === 'element' && child.tagName !== 'pre') showInvisible(child);
  }
}

function shown(part: string): string {
  return part === '\n' || part === '\t' ? part : visible(part);
}
