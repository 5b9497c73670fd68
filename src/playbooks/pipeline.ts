import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified, type Pluggable } from 'unified';
import { VFile } from 'vfile';
import { orSource } from './markdown/or-source.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { rehypeCodeBlocks } from './markdown/rehype-code-blocks.ts';
import { rehypeEmbeddedHtml } from './markdown/rehype-embedded-html.ts';
import { rehypeFragmentLinks } from './markdown/rehype-fragment-links.ts';
import { rehypeHeadingIds } from './markdown/rehype-heading-ids.ts';
import { rehypeHeadingLevels } from './markdown/rehype-heading-levels.ts';
import { rehypeHighlightCode } from './markdown/rehype-highlight-code.ts';
import { rehypeQueryTabs } from './markdown/rehype-query-tabs.ts';
import { rehypeSafeLinks } from './markdown/rehype-safe-links.ts';
import { rehypeSteps } from './markdown/rehype-steps.ts';
import { rehypeTables } from './markdown/rehype-tables.ts';
import { rehypeTaskLists } from './markdown/rehype-task-lists.ts';
import { remarkAttackElements, remarkAttackLinks } from './markdown/remark-attack-links.ts';
import { remarkOwnRunbook } from './markdown/remark-own-runbook.ts';
import { remarkRunbookHead } from './markdown/remark-runbook-head.ts';
import { sanitizeSchema } from './markdown/sanitize-schema.ts';
import type { MarkdownSettings } from './markdown/settings.ts';

const processor = unified()
  .use(remarkRunbookHead)
  .use(remarkAttackLinks)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: 'note-', footnoteLabelTagName: 'p' })
  .use(rehypeEmbeddedHtml)
  .use(rehypeSanitize, sanitizeSchema)
  .use(rehypeHeadingLevels)
  .use(rehypeHeadingIds)
  .use(rehypeFragmentLinks)
  .use(rehypeSafeLinks)
  .use(rehypeHighlightCode)
  .use(rehypeTables)
  .use(rehypeTaskLists)
  .use(rehypeSteps)
  .use(rehypeQueryTabs)
  .use(rehypeCodeBlocks)
  .use(rehypeStringify)
  .freeze();

/**
 * Markdown that nobody vouches for as HTML that is safe to put into a page: sanitised, with one's own ids,
 * no scripts, no remote images. MDX is taken as plain Markdown: nothing in it runs.
 */
export function renderMarkdown(markdown: string, settings: MarkdownSettings = {}): string {
  const file = new VFile({ value: markdown, data: { coverbook: settings } });
  return orSource(markdown, () =>
    processor.stringify(processor.runSync(parseMarkdown(markdown), file), file),
  );
}

/**
 * As above, as a tree for whoever goes on with it.
 *
 * @throws RangeError for a text that is nested deeper than the stack reaches.
 */
export function markdownTree(markdown: string, settings: MarkdownSettings = {}): Root {
  const file = new VFile({ value: markdown, data: { coverbook: settings } });
  return processor.runSync(parseMarkdown(markdown), file);
}

/** What the team's own MDX gets in Astro's processor beside GFM: ids in prose become links once it is rendered. */
export function mdxRemarkPlugins(settings: MarkdownSettings): Pluggable[] {
  return [remarkOwnRunbook, [remarkRunbookHead, settings], remarkAttackElements];
}

/** As above for the HTML stage: headings, code, tables and tick boxes as everywhere else. Own MDX is not sanitised. */
export function mdxRehypePlugins(settings: MarkdownSettings): Pluggable[] {
  return [
    [rehypeHeadingLevels, settings],
    [rehypeHeadingIds, settings],
    [rehypeFragmentLinks, settings],
    rehypeHighlightCode,
    rehypeTables,
    rehypeTaskLists,
    [rehypeSteps, settings],
    [rehypeQueryTabs, settings],
    [rehypeCodeBlocks, settings],
  ];
}
