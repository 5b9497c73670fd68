import type { Nodes, RootContent } from 'mdast';
import { splitAuthors } from '../../documents/authors.ts';
import { labelOf, linesIn, plainLine, unmarked, type KqlLine } from './kql-markdown-lines.ts';
import type { KqlPage, KqlSection } from './kql-markdown-sections.ts';
import { cellUnder, kqlTable, type KqlTable } from './kql-markdown-table.ts';

/** Sections that are read into fields and are not part of the guide. */
export const FACT_SECTIONS = {
  author: /^(?:authors?|contributors?|contributor info)$/,
  references: /^(?:references?|sources?|links?)$/,
  falsePositives: /^(?:known )?false[- ]positives?(?: tuning)?$/,
  dataSources: /^(?:utilized data sources?|data sources?|relevant tables?|tables?)$/,
  metadata: /^metadata$/,
} as const;

/** Nesting of what a person writes. */
const MAX_NESTING = 20;

/** Names of authors; a profile's address is none. */
export function kqlAuthors(page: KqlPage): string[] {
  const names = factLines(page, FACT_SECTIONS.author).flatMap((line) => {
    const labelled = labelOf(line);
    if (!labelled) return splitAuthors(unmarked(line.text));
    return /^(?:name|author|contributor)s?$/.test(labelled.label)
      ? splitAuthors(unmarked(labelled.value.text))
      : [];
  });
  return [...new Set(names.filter((name) => !isPlaceholder(name)))];
}

/** Addresses, and what is named without one. */
export function kqlReferences(page: KqlPage): string[] {
  const nodes = sectionsOf(page, FACT_SECTIONS.references).flatMap((section) => section.nodes);
  const addresses = nodes.flatMap((node) => linksIn(node));
  const named = linesIn(page, nodes)
    .filter(({ text }) => !/https?:\/\//i.test(text))
    .map(plainLine);
  return [...new Set([...addresses, ...named])].filter((reference) => !isPlaceholder(reference));
}

/** One text an item of a list or a line. */
export function kqlFalsePositives(page: KqlPage): string[] {
  return factLines(page, FACT_SECTIONS.falsePositives)
    .map(plainLine)
    .filter((text) => !isPlaceholder(text));
}

/** Tables and log sources the page lists: `MicrosoftThreatProtection · DeviceProcessEvents`, `DeviceEvents`. */
export function kqlDataSources(page: KqlPage): string[] {
  const sections = sectionsOf(page, FACT_SECTIONS.dataSources);
  const fromTables = tablesIn(sections).flatMap((table) =>
    table.rows.map((row) =>
      [cellUnder(table, row, /^log provider$|^provider$/), cellUnder(table, row, /^table(?: name)?s?$/)]
        .flatMap((cell) => (cell && cell.text !== '' ? [cell.text] : []))
        .join(' · '),
    ),
  );
  const listed = factLines(page, FACT_SECTIONS.dataSources).map(plainLine);
  return [...new Set([...fromTables, ...listed])].filter((text) => !isPlaceholder(text));
}

/** The rule's own id and the operating systems it is for, where the page has them as labelled lines. */
export function kqlLabels(page: KqlPage): { id?: string; systems: string[] } {
  const sections = page.sections.filter(({ key }) => key === '' || FACT_SECTIONS.metadata.test(key));
  const labels = new Map(
    sections.flatMap((section) =>
      linesIn(page, section.nodes).flatMap((line) => {
        const labelled = labelOf(line);
        const value = labelled && unmarked(labelled.value.text);
        return value === undefined || isPlaceholder(value) ? [] : [[labelled?.label, value] as const];
      }),
    ),
  );
  const id = /^\S{1,200}$/.exec(labels.get('id') ?? '')?.[0];
  return {
    ...(id !== undefined && { id }),
    systems: (labels.get('os') ?? '')
      .split(',')
      .map((name) => name.trim().replace(/^Windows(?:Server|Endpoint)$/, 'Windows'))
      .filter((name, at, all) => name !== '' && all.indexOf(name) === at),
  };
}

/** The tables of sections. */
export function tablesIn(sections: readonly KqlSection[]): KqlTable[] {
  return sections.flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.type === 'table' ? [kqlTable(node)] : [])),
  );
}

function sectionsOf(page: KqlPage, key: RegExp): KqlSection[] {
  return page.sections.filter((section) => key.test(section.key));
}

function factLines(page: KqlPage, key: RegExp): KqlLine[] {
  return sectionsOf(page, key).flatMap(({ nodes }) => linesIn(page, nodes));
}

function linksIn(node: RootContent | Nodes, nesting = 0): string[] {
  if (node.type === 'link') return /^https?:\/\//i.test(node.url) ? [node.url] : [];
  if (!('children' in node) || nesting > MAX_NESTING) return [];
  return node.children.flatMap((child) => linksIn(child, nesting + 1));
}

/** What a template leaves behind: nothing, a name in angle brackets, an example's address. */
function isPlaceholder(text: string): boolean {
  return (
    /^(?:<[^>]*>|n\/a|none|-|example link \d+|your name)?$/i.test(text.trim()) ||
    /^https?:\/\/(?:www\.)?example(?:[./]|$)/i.test(text.trim())
  );
}
