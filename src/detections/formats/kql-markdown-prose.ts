import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { FACT_SECTIONS } from './kql-markdown-facts.ts';
import { labelOf, linesIn, unmarked } from './kql-markdown-lines.ts';
import { isAttackSection, isTagSection } from './kql-markdown-mapping.ts';
import { isCoverageTable, isMappingTable } from './kql-markdown-mapping-table.ts';
import { isQueryBlock } from './kql-markdown-queries.ts';
import { sourceOf, spanOf, type KqlPage, type KqlSection } from './kql-markdown-sections.ts';
import { kqlTable } from './kql-markdown-table.ts';
import { VERSIONS } from './kql-markdown-versions.ts';

const DESCRIPTION = /^(?:detection )?description$/;

/** Labels of lines that say of a query what the draft says elsewhere. */
const QUERY_LABELS = new Set(['language', 'platform', 'tags', 'id', 'os']);

export interface KqlProse {
  /** Plain text, paragraphs parted by an empty line. */
  description?: string;
  /** Markdown: what the page says beside its description and the fields read out of it. */
  guide?: string;
}

/** The prose of a page: what stands under `Description`, or else under the title; and everything said beside. */
export function kqlProse(page: KqlPage): KqlProse {
  const described =
    page.sections.find((section) => DESCRIPTION.test(section.key) && plainText(page, section) !== '') ??
    page.sections.find((section) => section.key === '' && plainText(page, section) !== '');
  const description = described && plainText(page, described);
  const guide = page.sections
    .filter((section) => section !== described && !isFact(section))
    .flatMap((section) => guidePart(page, section))
    .join('\n\n');
  return {
    ...(description !== undefined && { description }),
    ...(guide !== '' && { guide }),
  };
}

function isFact(section: KqlSection): boolean {
  return (
    isAttackSection(section) ||
    isTagSection(section) ||
    VERSIONS.test(section.key) ||
    Object.values(FACT_SECTIONS).some((key) => key.test(section.key)) ||
    section.nodes.some((node) => node.type === 'table' && isCoverageTable(kqlTable(node)))
  );
}

function guidePart(page: KqlPage, section: KqlSection): string[] {
  const parts = section.nodes
    .filter((node) => isProse(page, node, section))
    .map((node) => sourceOf(page, spanOf(node)).replaceAll('\r\n', '\n'));
  return parts.length === 0 ? [] : [...(section.title === '' ? [] : [`## ${section.title}`]), ...parts];
}

function isProse(page: KqlPage, node: RootContent, section: KqlSection): boolean {
  if (node.type === 'thematicBreak' || isQueryBlock(node, section)) return false;
  if (node.type === 'table') return !isMappingTable(kqlTable(node));
  return node.type !== 'paragraph' || !isQueryLabel(page, node);
}

/** A paragraph of nothing but labelled lines that are read elsewhere. */
function isQueryLabel(page: KqlPage, node: RootContent): boolean {
  return linesIn(page, [node]).every((line) => {
    const labelled = labelOf(line);
    if (labelled?.label === 'query') return unmarked(labelled.value.text) === '';
    return labelled !== undefined && QUERY_LABELS.has(labelled.label);
  });
}

/** Paragraphs and lists as plain text. */
function plainText(page: KqlPage, section: KqlSection): string {
  return section.nodes
    .flatMap((node) => {
      if (node.type === 'list')
        return [node.children.map((item) => `- ${oneLine(toString(item))}`).join('\n')];
      return node.type === 'paragraph' && !isQueryLabel(page, node) ? [toString(node)] : [];
    })
    .join('\n\n')
    .replaceAll('\r\n', '\n')
    .trim();
}

function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
