import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { idsInProse, techniqueIdIn } from '../../attack/ids.ts';
import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { firstOfEach, firstOfEachTactic } from './first-of-each.ts';

export interface LabelledTechniques {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  /** Ids in code or brackets, as a template shows where to write them. */
  marked: { written: string; pointer: Pointer }[];
}

const LABEL = /^(?:mitre\s+)?att&ck\s+(?:techniques?|mappings?|ttps?)(?:\(s\))?[ \t]*(?::|\n|$)/i;
const MAX_NESTING = 100;

/**
 * Techniques and tactics listed under the label `MITRE ATT&CK Techniques`: on its line, in the list or table after it,
 * or, where it is a heading, up to the next one. Ids anywhere else are prose.
 *
 * @param offset Where in the file the parsed text starts.
 */
export function labelledTechniques(tree: Root, offset: number): LabelledTechniques {
  const found: LabelledTechniques = { mappings: [], tactics: [], marked: [] };
  search(tree, 0, (node) => {
    collect(node, offset, found, 0);
  });
  return {
    ...found,
    mappings: firstOfEach(found.mappings),
    tactics: firstOfEachTactic(found.tactics),
  };
}

function search(parent: Nodes, nesting: number, take: (node: Nodes) => void): void {
  if (!('children' in parent) || nesting > MAX_NESTING) return;
  const children: readonly Nodes[] = parent.children;
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at];
    if (node === undefined) return;
    const isLabelled = LABEL.test(labelOf(node).trimStart());
    if (!isLabelled) {
      search(node, nesting + 1, take);
      continue;
    }
    take(node);
    for (let next = children[at + 1]; next && follows(node, next); next = children[at + 1]) {
      take(next);
      at += 1;
      if (node.type !== 'heading') break;
    }
  }
}

/** The text that may be the label: of a row it is the first cell. */
function labelOf(node: Nodes): string {
  if (node.type === 'tableRow') return toString(node.children[0]);
  return node.type === 'paragraph' || node.type === 'heading' ? toString(node) : '';
}

function follows(label: Nodes, node: Nodes): boolean {
  if (label.type === 'tableRow') return false;
  return label.type === 'heading' ? node.type !== 'heading' : node.type === 'list' || node.type === 'table';
}

function collect(node: Nodes, offset: number, found: LabelledTechniques, nesting: number): void {
  const start = offset + (node.position?.start.offset ?? 0);
  if (node.type === 'text' || node.type === 'inlineCode') {
    addIds(node.value, start, node.type === 'inlineCode' || isBracketed(node.value), found);
  } else if (node.type === 'link' && idsInProse(toString(node)).length === 0) {
    const id = /^https?:\/\/attack\.mitre\.org\//i.test(node.url) ? techniqueIdIn(node.url) : undefined;
    const end = offset + (node.position?.end.offset ?? 0);
    if (id !== undefined) addTechnique(node.url, id, offsetPointer(start, end), found);
  } else if ('children' in node && nesting <= MAX_NESTING) {
    for (const child of node.children) collect(child, offset, found, nesting + 1);
  }
}

function isBracketed(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith('[') && trimmed.endsWith(']');
}

function addIds(text: string, offset: number, isMarked: boolean, found: LabelledTechniques): void {
  for (const { kind, id, start, end } of idsInProse(text)) {
    const pointer = offsetPointer(offset + start, offset + end);
    const written = text.slice(start, end);
    if (kind !== 'technique' && kind !== 'tactic') continue;
    if (isMarked) found.marked.push({ written, pointer });
    else if (kind === 'technique') addTechnique(written, id, pointer, found);
    else found.tactics.push({ written: id, pointer });
  }
}

function addTechnique(written: string, id: string, pointer: Pointer, found: LabelledTechniques): void {
  found.mappings.push({ written, id, provenance: 'declared', pointer });
}
