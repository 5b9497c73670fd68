import type { Code, Heading, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { emptySections } from './empty-sections.ts';
import type { PlaybookQuery, PlaybookSection } from './playbook.ts';
import { isQueryLanguage, languageName } from './query-languages.ts';
import { sectionRole } from './section-roles.ts';

/** What a body is made of, in the order of the text. */
export interface Outline {
  sections: PlaybookSection[];
  queries: PlaybookQuery[];
}

/** Nothing nested deeper than this was written by a person for one. */
const MAX_NESTING = 100;

/** What the walk gathers, and what it must know of the whole text. */
interface Found extends Outline {
  empty: ReadonlySet<Heading>;
  /** Line of the file the body starts on. */
  firstLine: number;
}

/** Where the walk stands: the headings above, the tab a query stands in, and how deep. */
interface Place {
  nesting: number;
  headings: PlaybookSection[];
  tab?: string;
}

/**
 * Sections and queries of a parsed body. A query is a fenced block under an execution heading, or one in a query
 * language anywhere; its platform is the tab it stands in, or the nearest heading that is not itself a section of
 * the method ("Microsoft Defender XDR" under "Execution").
 *
 * @param firstLine Line of the file the body starts on.
 */
export function outline(tree: Root, firstLine: number): Outline {
  const found: Found = { sections: [], queries: [], empty: emptySections(tree), firstLine };
  walk(tree, { headings: [], nesting: 0 }, found);
  return { sections: found.sections, queries: found.queries };
}

function walk(node: Nodes, place: Place, found: Found): void {
  if (node.type === 'heading') {
    enterSection(node, place, found);
    return;
  }
  if (node.type === 'code') {
    addQuery(node, place, found);
    return;
  }
  if (!('children' in node) || place.nesting > MAX_NESTING) return;
  const tab = tabPlatform(node);
  // A heading inside a tab or a list says nothing of what follows outside.
  const inner =
    node.type === 'root'
      ? place
      : { headings: [...place.headings], nesting: place.nesting + 1, ...(tab && { tab }) };
  for (const child of node.children) walk(child, inner, found);
}

function enterSection(node: Heading, place: Place, found: Found): void {
  const title = toString(node).trim();
  const role = sectionRole(title);
  const section = {
    depth: node.depth,
    title,
    ...(role !== undefined && { role }),
    line: lineOf(node, found),
    ...(found.empty.has(node) && { empty: true as const }),
  };
  found.sections.push(section);
  place.headings = [...place.headings.filter(({ depth }) => depth < node.depth), section];
}

function addQuery(node: Code, place: Place, found: Found): void {
  const isUnderExecution = place.headings.findLast(({ role }) => role !== undefined)?.role === 'execution';
  if (!isUnderExecution && !isQueryLanguage(node.lang ?? '')) return;
  const nearest = place.headings.at(-1);
  const platform = place.tab ?? (nearest?.role === undefined ? nearest?.title : undefined);
  found.queries.push({
    language: languageName(node.lang ?? 'text'),
    ...(platform !== undefined && platform !== '' && { platform }),
    text: node.value,
    ...(node.lang ? {} : { unnamedAt: lineOf(node, found) }),
  });
}

function lineOf({ position }: Nodes, { firstLine }: Found): number {
  return firstLine + (position?.start.line ?? 1) - 1;
}

/** `Splunk` of `<QueryTab platform="Splunk">`. */
function tabPlatform(node: Nodes): string | undefined {
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'QueryTab') return undefined;
  for (const attribute of node.attributes) {
    if (
      attribute.type === 'mdxJsxAttribute' &&
      attribute.name === 'platform' &&
      typeof attribute.value === 'string'
    ) {
      return attribute.value;
    }
  }
  return undefined;
}
