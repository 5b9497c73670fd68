import { createHash } from 'node:crypto';
import type { Element, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import { sectionRole } from '../section-roles.ts';
import { headingLevel } from './heading-level.ts';
import { settingsOf, type MarkdownSettings } from './settings.ts';

/** Numbered lists in these sections number things to know, not things to do. */
const NOT_TO_DO = new Set([
  'hypothesis',
  'able',
  'actor',
  'behaviour',
  'location',
  'evidence',
  'blind-spots',
  'false-positives',
  'references',
]);

/**
 * Marks the steps of a hunt: items of its outermost numbered lists and open items of its task lists. `data-step` is a hash
 * of the step's words, so that a tick stays with its step whatever is rewritten around it; a second step in the same words
 * counts on.
 */
export function rehypeSteps(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    if (!settingsOf(file, fixed).runbook) return;
    const seen = new Map<string, number>();
    let section: { role: string | undefined; level: number } = { role: undefined, level: 0 };
    const visit = (node: Nodes): void => {
      if (node.type === 'element') {
        const level = headingLevel(node);
        if (level !== undefined) {
          const role = sectionRole(toString(node));
          if (role !== undefined || level <= section.level) section = { role, level };
        }
        if (node.tagName === 'section' && node.properties['dataFootnotes'] !== undefined) return;
        if (node.tagName === 'ol' || isTaskList(node)) {
          if (!NOT_TO_DO.has(section.role ?? '')) markSteps(node, seen);
          return;
        }
      }
      if ('children' in node) for (const child of node.children) visit(child);
    };
    visit(tree);
  };
}

function markSteps(list: Element, seen: Map<string, number>): void {
  const steps = list.children.filter(
    (item): item is Element => item.type === 'element' && item.tagName === 'li' && !isDone(item),
  );
  if (steps.length === 0) return;
  list.properties['className'] = [...classesOf(list), 'hunt-steps'];
  for (const step of steps) {
    const key = keyOf(toString(step));
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    step.properties['dataStep'] = times === 1 ? key : `${key}.${String(times)}`;
  }
}

/** Ten characters tell the steps of one hunt apart. */
function keyOf(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  return createHash('sha256').update(words).digest('base64url').slice(0, 10);
}

function isTaskList(node: Element): boolean {
  return node.tagName === 'ul' && classesOf(node).includes('contains-task-list');
}

/** Ticked in the file itself. */
function isDone(item: Element): boolean {
  return item.children.some(
    (child) => child.type === 'element' && child.tagName === 'input' && Boolean(child.properties['checked']),
  );
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}
