import type { Element, Root } from 'hast';
import type { Playbook } from '../../playbooks/playbook.ts';
import type { PlaybookChange } from '../playbook-change.ts';
import { differenceList } from '../reporters/html/differences.ts';
import { element, type Child } from '../reporters/html/element.ts';
import type { Review } from '../review.ts';
import { toldPlaybook } from '../told/items.ts';
import { BEFORE_AND_AFTER } from '../told/words.ts';
import { changePage, part } from './change-page.ts';
import { codeDifference } from './code.ts';
import { fieldTable } from './field-table.ts';
import { renderedBody } from './rendered.ts';
import { mergeSections } from './sections.ts';

/** What in MDX may be more than Markdown: expressions, components, and lines that are code. */
const RUNS = /[{}<]|^(?:import|export)\b/m;

export interface PlaybookPageOptions {
  review: Review;
  pages: ReadonlyMap<string, string>;
  change: PlaybookChange;
  before: Playbook | undefined;
  after: Playbook | undefined;
}

/** The page of a changed playbook: its rendered body before and after in one. */
export function playbookPage({ review, pages, change, before, after }: PlaybookPageOptions): Root {
  const told = toldPlaybook(change);
  return changePage(
    { review, pages, change, told },
    part('fields', 'Front matter', fieldTable(change.fields)),
    part('hypothesis', 'Hypothesis', change.hypothesis && differenceList([change.hypothesis])),
    part('before-and-after', BEFORE_AND_AFTER, bodies(before, after)),
  );
}

function bodies(before: Playbook | undefined, after: Playbook | undefined): Child {
  const sides = [before, after].filter((one) => one !== undefined);
  if (sides.some(({ mdx, body }) => mdx && RUNS.test(body))) {
    return [
      note('This playbook is MDX, which could run code: its source is compared.'),
      sources(before, after),
    ];
  }
  try {
    const rendered = mergeSections(
      before ? renderedBody(before, 'base') : [],
      after ? renderedBody(after, 'head') : [],
    );
    return [
      note('Added text is underlined, removed text struck through; sections stand where they stand now.'),
      { ...element('article', { className: ['prose', 'compared'] }), children: rendered },
    ];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [
      note('The text is nested too deep to be rendered: its source is compared.'),
      sources(before, after),
    ];
  }
}

function note(text: string): Element {
  return element('p', { className: ['section-note'] }, text);
}

function sources(before: Playbook | undefined, after: Playbook | undefined): Element {
  return codeDifference(before?.body, after?.body, { language: 'markdown' });
}
