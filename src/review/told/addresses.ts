import type { ItemRef } from '../item-ref.ts';
import type { Review, ReviewFinding } from '../review.ts';
import type { ToldItem } from './section.ts';

/** Address of a page, where the review knows the site's. */
export function pageUrl({ site }: Pick<Review, 'site'>, page: string | undefined): string | undefined {
  return site === undefined || page === undefined ? undefined : webAddress(`${site}${page}`);
}

/** Address of an item's page. What was added has none before this change is merged, what was removed none after it. */
export function itemUrl(
  review: Pick<Review, 'site'>,
  { change, item }: Pick<ToldItem, 'change' | 'item'>,
): string | undefined {
  return change === 'changed' ? pageUrl(review, item.page) : undefined;
}

/** Where the host shows an item's file. */
export function fileUrl({ permalink }: Pick<ItemRef, 'permalink'>): string | undefined {
  return permalink === undefined ? undefined : webAddress(permalink);
}

/** By the id of a change: where to see what it is about, the file before the page. */
export function changeUrls(review: Review): Map<string, string> {
  const { rules, playbooks, exercises } = review;
  return new Map(
    [...rules, ...playbooks, ...exercises].flatMap((change): [string, string][] => {
      const url = fileUrl(change.item) ?? itemUrl(review, change);
      return url === undefined ? [] : [[change.id, url]];
    }),
  );
}

/**
 * For each finding where to look: the page of what it is about or, as long as there is none, its file.
 *
 * @returns Undefined where neither is known.
 */
export function findingUrls(review: Review): (finding: Pick<ReviewFinding, 'page'>) => string | undefined {
  const { rules, playbooks, exercises } = review;
  const added = new Map(
    [...rules, ...playbooks, ...exercises]
      .filter(({ change }) => change === 'added')
      .map(({ item }) => [item.page, fileUrl(item)]),
  );
  return ({ page }) => (page !== undefined && added.has(page) ? added.get(page) : pageUrl(review, page));
}

/** How a file is named: from the root of the repository or, outside of it, by its source. */
export function pathOf({ file, source, path }: Pick<ItemRef, 'file' | 'source' | 'path'>): string {
  return file ?? `${source}:${path}`;
}

/** An address as a browser would open it; undefined for what is none of the web. */
function webAddress(address: string): string | undefined {
  const url = URL.parse(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}
