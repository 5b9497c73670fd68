import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { ReviewReporter } from '../reporter.ts';
import { reviewPage } from './html/page.ts';

const processor = unified().use(rehypeStringify).freeze();

/** One page that stands alone, in the design of the site, for a browser, an artifact or an archive. */
export const htmlReporter: ReviewReporter = {
  id: 'html',
  report: (review, { pages }) => `${processor.stringify(reviewPage(review, pages))}\n`,
};
