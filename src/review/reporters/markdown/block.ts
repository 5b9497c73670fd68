import { counted } from '../../../coverage/wording.ts';
import { markdownText } from '../../../escape/markdown.ts';
import type { Review } from '../../review.ts';
import { findingUrls } from '../../told/addresses.ts';
import type { Section } from '../../told/section.ts';
import { COVERAGE_HEAD, coverageRow } from './coverage-block.ts';
import { differenceItem } from './differences.ts';
import { FINDING_HEAD, findingRow } from './finding-row.ts';
import type { Block, Entry } from './fit.ts';
import { itemEntry } from './item-entry.ts';

/**
 * A section as Markdown. Losses stand open, everything else opens at a click.
 *
 * @param urls Of changes, by their ids.
 * @param pages Of their own pages, likewise, where there are such pages.
 */
export function blockOf(
  section: Section,
  review: Review,
  urls: ReadonlyMap<string, string>,
  pages?: ReadonlyMap<string, string>,
): Block {
  const { head, entries, noun } = contentOf(section, review, urls, pages);
  const title = `${markdownText(section.title)} (${section.count})`;
  const note = section.note === undefined ? '' : `${markdownText(section.note)}\n\n`;
  const isOpen = section.id === 'lost';
  const start = isOpen ? `### ${title}` : `<details>\n<summary><b>${title}</b></summary>`;
  return {
    open: `${start}\n\n${note}`,
    head: head === '' ? '' : `${head}\n`,
    entries,
    close: isOpen ? '' : '\n\n</details>',
    more: (left, shown) =>
      `${shown === 0 ? counted(left, noun) : `And ${counted(left, noun)} more`}, not listed here for want of room.`,
    kept: isOpen,
  };
}

function contentOf(
  section: Section,
  review: Review,
  urls: ReadonlyMap<string, string>,
  pages: ReadonlyMap<string, string> | undefined,
): { head: string; entries: Entry[]; noun: string } {
  switch (section.kind) {
    case 'coverage':
      return {
        head: COVERAGE_HEAD,
        entries: section.changes.map((change) => coverageRow(change, review, urls)),
        noun: 'technique',
      };
    case 'findings': {
      const urlOf = findingUrls(review);
      return {
        head: FINDING_HEAD,
        entries: section.findings.map((finding) => findingRow(finding, review, urlOf(finding))),
        noun: 'finding',
      };
    }
    case 'items':
      return {
        head: '',
        entries: section.items.map((item) => itemEntry(item, review, pages)),
        noun: section.noun,
      };
    case 'differences':
      return {
        head: '',
        entries: section.differences.map((difference) => {
          const full = differenceItem(difference);
          return { full, short: full.split('\n', 1)[0] ?? '' };
        }),
        noun: 'setting',
      };
  }
}
