import type { Heading, Root, RootContent, Table, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { statedText } from './formats/placeholder.ts';
import { sectionOf } from './markdown/section-of.ts';
import { sectionRole } from './section-roles.ts';

/** What a hunt's outline is made of: the ABLE of David Bianco's and Splunk's PEAK framework. */
export const ABLE_ELEMENTS = ['actor', 'behaviour', 'location', 'evidence'] as const;
export type AbleElement = (typeof ABLE_ELEMENTS)[number];

/** One element as the text states it. */
export interface AbleStatement {
  element: AbleElement;
  /** Markdown, one block. */
  text: string;
  /** The heading it stands under; absent for a text without headings. */
  under?: string;
  /** Line of the body it starts on, from 1. */
  line: number;
}

const LABELS: readonly [element: AbleElement, label: RegExp][] = [
  ['actor', /^(?:threat )?(?:actor|adversary)s?$/],
  ['behaviour', /^behaviou?rs?$/],
  ['location', /^locations?$/],
  ['evidence', /^evidence$/],
];

/** A longer paragraph is the section's text, not a line of an outline. */
const LONGEST_PARAGRAPH = 320;

/**
 * What a body states of its ABLE outline: rows of a table first, then the first paragraph or list under a heading of the
 * element's name. What is not stated, or only a template's placeholder, is left out.
 *
 * @param body The text the tree was parsed from.
 */
export function ableOf(tree: Root, body: string): AbleStatement[] {
  const stated = new Map<AbleElement, AbleStatement>();
  const inSections: AbleStatement[] = [];
  const keep = (statement: AbleStatement): void => {
    if (!stated.has(statement.element)) stated.set(statement.element, statement);
  };
  let heading: Heading | undefined;
  for (const [place, node] of tree.children.entries()) {
    if (node.type === 'heading') {
      heading = node;
      continue;
    }
    const under = heading && toString(heading).trim();
    const where = under === undefined ? {} : { under };
    if (node.type === 'table') for (const found of rowsOf(node, body)) keep({ ...found, ...where });
    else if (under !== undefined && tree.children[place - 1] === heading)
      inSections.push(...paragraphOf(node, under, body).map((found) => ({ ...found, ...where })));
  }
  for (const found of inSections) keep(found);
  return ABLE_ELEMENTS.flatMap((element) => stated.get(element) ?? []);
}

/** The section that holds nothing but an ABLE table all of whose rows are read: the page's head can show it instead. */
export function ableSection({ children }: Root): { from: number; to: number } | undefined {
  const levels = children.map((node) => (node.type === 'heading' ? node.depth : undefined));
  for (const [from, node] of children.entries()) {
    if (node.type !== 'heading' || sectionRole(toString(node)) !== 'able') continue;
    const span = sectionOf(levels, from);
    const [table, ...others] = children.slice(span.from + 1, span.to);
    if (others.length > 0 || table?.type !== 'table') continue;
    const [, ...rows] = table.children;
    const elements = rows.map(({ children: [label, ...rest] }) => rest.length === 1 && elementOf(label));
    if (rows.length > 0 && elements.every(Boolean) && new Set(elements).size === rows.length) return span;
  }
  return undefined;
}

function rowsOf({ children }: Table, body: string): AbleStatement[] {
  return children.flatMap(({ children: cells }) => {
    const element = elementOf(cells[0]);
    const value = cells.length > 1 ? cells.at(-1) : undefined;
    return element && value ? statement(element, value.children, body) : [];
  });
}

function paragraphOf(node: RootContent, heading: string, body: string): AbleStatement[] {
  const element = ABLE_ELEMENTS.find((name) => name === sectionRole(heading));
  const isLine =
    (node.type === 'paragraph' || node.type === 'list') && toString(node).length <= LONGEST_PARAGRAPH;
  return element && isLine ? statement(element, [node], body) : [];
}

function statement(element: AbleElement, nodes: readonly RootContent[], body: string): AbleStatement[] {
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end.offset;
  if (start?.offset === undefined || end === undefined) return [];
  const text = body.slice(start.offset, end).trim();
  const words = statedText(nodes.map((node) => toString(node)).join(''));
  const isCode = nodes.every((node) => node.type === 'inlineCode');
  return words === undefined || isCode ? [] : [{ element, text, line: start.line }];
}

function elementOf(cell: TableCell | undefined): AbleElement | undefined {
  const label = cell ? toString(cell).trim().toLowerCase().replace(/:$/, '').trimEnd() : '';
  return LABELS.find(([, pattern]) => pattern.test(label))?.[0];
}
