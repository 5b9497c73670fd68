import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { ableSection } from '../able.ts';
import { sectionRole } from '../section-roles.ts';
import { sectionOf } from './section-of.ts';
import { settingsOf, type MarkdownSettings, type RunbookHead } from './settings.ts';

/**
 * Leaves out of a hunt what the head of its page shows in the same words: a first heading that is the title, a section that
 * is only the hypothesis, a section that is only the ABLE table.
 */
export function remarkRunbookHead(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    const { runbook } = settingsOf(file, fixed);
    if (!runbook) return;
    const able = ableSection(tree);
    if (able) tree.children.splice(able.from, able.to - able.from);
    leaveOutHypothesis(tree, runbook);
    const [first] = tree.children;
    if (first?.type === 'heading' && first.depth === 1 && saysTheSame(first, runbook.title))
      tree.children.shift();
  };
}

function leaveOutHypothesis(tree: Root, { hypothesis }: RunbookHead): void {
  const levels = tree.children.map((node) => (node.type === 'heading' ? node.depth : undefined));
  const at = tree.children.findIndex(
    (node) => node.type === 'heading' && sectionRole(toString(node)) === 'hypothesis',
  );
  if (at === -1) return;
  const { from, to } = sectionOf(levels, at);
  const [only, ...others] = tree.children.slice(from + 1, to);
  if (only?.type === 'paragraph' && others.length === 0 && saysTheSame(only, hypothesis))
    tree.children.splice(from, to - from);
}

function saysTheSame(node: RootContent, text: string | undefined): boolean {
  return text !== undefined && plain(toString(node)) === plain(text);
}

/** The words, whatever marks and blanks stand between them. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
