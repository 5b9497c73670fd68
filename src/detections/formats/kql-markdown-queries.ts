import type { Code, RootContent } from 'mdast';
import { languageName } from '../../playbooks/query-languages.ts';
import { labelOf, linesIn, unmarked } from './kql-markdown-lines.ts';
import { looksLikeKql } from './kql-markdown-recognition.ts';
import type { KqlPage, KqlSection } from './kql-markdown-sections.ts';

export interface KqlQuery {
  /** The heading it stands under, or the product named above it: `Defender XDR`. */
  heading?: string;
  /** The products the heading names, where it names any: `Defender XDR`, `Sentinel`. */
  platforms: string[];
  text: string;
}

/** Products Kusto is asked in; a heading made of these words names one. */
const PRODUCT =
  /\b(?:defender|sentinel|xdr|m365|log analytics|advanced hunting|data explorer|resource graph|data lake)\b/i;
const PRODUCT_WORDS = new Set(
  (
    'microsoft azure defender sentinel xdr unified m365 365 for endpoint identity office office365 cloud apps security ' +
    'log analytics advanced hunting data explorer resource graph lake exposure management atp portal the in query'
  ).split(' '),
);

/** Headings that tell no query from another. */
const GENERIC =
  /^(?:(?:the )?(?:kql|kusto|search|hunting|detection|advanced hunting)? ?quer(?:y|ies)(?: information)?|kql|detection|detection logic|description|query information|code)$/;

/** Languages unnamed blocks and blocks under a wrong name go by. */
const UNTOLD = new Set(['', 'c#', 'cs', 'csharp', 'txt', 'text', 'sql', 'plaintext', 'code']);

/** Containers nest this deep in nothing a person wrote. */
const MAX_NESTING = 20;

/** The queries of a page in the order they stand. */
export function kqlQueries(page: KqlPage): KqlQuery[] {
  return page.sections.flatMap((section) => {
    const headings = headingsOf(page, section);
    const heading = headings.find((name) => !GENERIC.test(name.toLowerCase()));
    const platform = headings.find(isProduct);
    return blocksIn(section.nodes).flatMap((block) => {
      const text = queryText(block, section);
      return text === undefined
        ? []
        : [
            {
              ...(heading !== undefined && { heading }),
              platforms: platform?.split(/[&,/]|\b(?:and|or)\b/).map((name) => name.trim()) ?? [],
              text,
            },
          ];
    });
  });
}

/** All queries as one text; where there are several, each under a comment that says whose it is. */
export function joinQueries(queries: readonly KqlQuery[]): string {
  if (queries.length === 1) return queries[0]?.text ?? '';
  return queries
    .map(({ heading, text }) => (heading === undefined ? text : `// ${heading}\n${text}`))
    .join('\n\n');
}

/** Whether a node is a block that is read as a query. */
export function isQueryBlock(node: RootContent, section: KqlSection): node is Code {
  return node.type === 'code' && queryText(node, section) !== undefined;
}

/**
 * The query in a block: one named Kusto, or one without a telling name that reads as Kusto or stands under a product.
 */
function queryText(block: Code, section: KqlSection): string | undefined {
  const language = block.lang ?? '';
  // A query that begins on the line of the fence: ```KQLDeviceEvents
  const glued = /^KQL(?=[A-Z]\w)/.test(language)
    ? [language.slice(3), block.meta].filter(Boolean).join(' ')
    : '';
  const text = (glued === '' ? block.value : `${glued}\n${block.value}`).trimEnd();
  if (text.trim() === '') return undefined;
  const isNamed = glued !== '' || languageName(language) === 'kql';
  const isUntold = UNTOLD.has(language.toLowerCase());
  const isUnderProduct = language === '' && section.path.some(isProduct);
  return isNamed || (isUntold && (isUnderProduct || looksLikeKql(text))) ? text : undefined;
}

/** `Defender XDR`, `Microsoft 365 Defender & Microsoft Sentinel`, `Log Analytics (Sentinel)`. */
function isProduct(heading: string): boolean {
  const words = heading.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return (
    PRODUCT.test(heading) && words.every((word) => word === 'and' || word === 'or' || PRODUCT_WORDS.has(word))
  );
}

/** What may name a query, best first: a `Platform:` above it, its heading, the headings above. */
function headingsOf(page: KqlPage, section: KqlSection): string[] {
  const paragraphs = section.nodes.filter(({ type }) => type === 'paragraph');
  const labelled = linesIn(page, paragraphs).flatMap((line) => {
    const found = labelOf(line);
    return found?.label === 'platform' ? [unmarked(found.value.text)] : [];
  });
  return [...labelled, ...section.path.toReversed()].filter((name) => name !== '');
}

function blocksIn(nodes: readonly RootContent[], nesting = 0): Code[] {
  return nodes.flatMap((node) => {
    if (node.type === 'code') return [node];
    const isContainer = node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote';
    return isContainer && nesting < MAX_NESTING ? blocksIn(node.children, nesting + 1) : [];
  });
}
