import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import { tacticShortname } from '../../mapping/tactic-names.ts';
import { firstOfEach, firstOfEachTactic } from './first-of-each.ts';
import { blocksUnder } from './headed-text.ts';

/** A page of ATT&CK's site, of any version, or of the wiki it was before. */
const ATTACK_PAGE =
  /^https?:\/\/(?:www\.)?(?:attack\.mitre\.org|mitre-attack\.github\.io)\/(?:versions\/[\w.-]+\/)?(?:wiki\/Technique\/|techniques\/|tactics\/)(T\d{4}(?:[/.]\d{3})?|TA\d{4})(?![\w.])/i;

const MAX_NESTING = 100;

export interface AdsCategorization {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
}

/**
 * The mapping of a strategy: the links to ATT&CK in its categorization. The words of a link may name the tactic the
 * technique is meant under: `[Discovery / Security Software Discovery](…/T1063)`.
 *
 * @param offset Where in the file the parsed text starts.
 */
export function adsCategorization(tree: Root, offset: number): AdsCategorization {
  const addresses = new Map<string, string>();
  for (const node of tree.children) {
    if (node.type === 'definition') addresses.set(node.identifier, node.url);
  }
  const found: AdsCategorization = { mappings: [], tactics: [] };
  const isCategorization = (title: string): boolean => /^categori[sz]ation$/i.test(title);
  for (const block of blocksUnder(tree, isCategorization)) collect(block, 0);
  return { mappings: firstOfEach(found.mappings), tactics: firstOfEachTactic(found.tactics) };

  function collect(node: Nodes, nesting: number): void {
    const url = node.type === 'link' ? node.url : addresses.get(referenceOf(node));
    const written = url === undefined ? undefined : ATTACK_PAGE.exec(url)?.[1];
    if (written !== undefined) {
      const start = offset + (node.position?.start.offset ?? 0);
      add(written, toString(node), offsetPointer(start, offset + (node.position?.end.offset ?? 0)), found);
    } else if ('children' in node && nesting <= MAX_NESTING) {
      for (const child of node.children) collect(child, nesting + 1);
    }
  }
}

function referenceOf(node: Nodes): string {
  return node.type === 'linkReference' ? node.identifier : '';
}

function add(written: string, words: string, pointer: Pointer, found: AdsCategorization): void {
  if (/^TA/i.test(written)) {
    found.tactics.push({ written: written.toUpperCase(), pointer });
    return;
  }
  const mapping = declaredTechnique(written, pointer);
  const tactic = words.includes('/') ? (words.split('/', 1)[0] ?? '').trim() : '';
  const isTactic = tacticShortname(tactic) !== undefined;
  if (isTactic) found.tactics.push({ written: tactic, pointer });
  found.mappings.push(isTactic ? { ...mapping, tactic } : mapping);
}
