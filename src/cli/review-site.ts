import type { ComparedStates } from '../review/load-review.ts';
import type { Review } from '../review/review.ts';
import { changePages } from '../review/site/change-pages.ts';
import { UsageError } from './usage-error.ts';

/**
 * Where the pages of changes will be, by the ids of the changes; nothing where no address was given.
 *
 * @throws UsageError for an address without a folder, and one that is none of the web.
 */
export function changeAddresses({
  site,
  siteUrl,
}: {
  site?: string;
  siteUrl?: string;
}): (review: Review) => ReadonlyMap<string, string> | undefined {
  if (siteUrl === undefined) return () => undefined;
  if (site === undefined) {
    throw new UsageError(
      '--site-url says where a folder will be, and there is none.',
      'Name it with --site.',
    );
  }
  const root = URL.parse(siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`);
  if (root?.protocol !== 'https:' && root?.protocol !== 'http:') {
    throw new UsageError(
      `Unexpected --site-url ${JSON.stringify(siteUrl)}; expected an address of the web.`,
      'Give it whole: https://example.org/reviews/7/',
    );
  }
  return (review) => new Map([...changePages(review)].map(([id, path]) => [id, new URL(path, root).href]));
}

/**
 * Writes the pages of a review into a folder.
 *
 * @throws OutputError for a folder that cannot be written to; then none of them is.
 */
export async function writeReviewSite(states: ComparedStates, folder: string): Promise<void> {
  const [{ reviewSite }, { writeFiles }] = await Promise.all([
    import('../review/site/review-site.ts'),
    import('../output/write.ts'),
  ]);
  const pages = new Map<string, string>();
  for await (const { path, html } of reviewSite(states)) pages.set(path, html);
  await writeFiles(folder, pages);
}
