import type { RootContent } from 'mdast';
import { nothingMapped, type KqlMapping } from './kql-markdown-found.ts';
import { labelOf, linesIn } from './kql-markdown-lines.ts';
import { readMappingLines, readTagLines } from './kql-markdown-mapping-lines.ts';
import { isMappingTable, readMappingTable } from './kql-markdown-mapping-table.ts';
import type { KqlPage, KqlSection } from './kql-markdown-sections.ts';
import { kqlTable } from './kql-markdown-table.ts';

/** What a heading says of ATT&CK, with everything but letters and the framework's owner taken out. */
const ATTACK_KEYS = new Set(
  ['', 'technique', 'techniques', 'mapping', 'mappings', 'tag', 'tags', 'ttps', 'tactics', 'id', 'ids']
    .concat(['tacticsandtechniques', 'tacticstechniques', 'techniquesandtactics', 'techniqueids'])
    .map((rest) => `attck${rest}`),
);

/**
 * The mapping a page declares: what stands under a heading of ATT&CK or of tags, in a line labelled so, or in a table
 * whose columns are the mapping's. Ids anywhere else are prose.
 */
export function kqlMapping(page: KqlPage): KqlMapping {
  const found = nothingMapped();
  for (const section of page.sections) {
    const isAttack = isAttackSection(section);
    for (const node of section.nodes) {
      if (node.type !== 'table') continue;
      const table = kqlTable(node);
      if (isAttack || isMappingTable(table)) readMappingTable(page, table, found);
    }
    if (isAttack) readMappingLines(linesIn(page, section.nodes), found);
    else if (isTagSection(section)) readTagLines(linesIn(page, section.nodes), found);
    else readLabelledLines(page, section.nodes, found);
  }
  return found;
}

/** `MITRE ATT&CK Technique(s)`, `ATT&CK Tags`, `MITRE ATT&CK®`, `MITRE ATT&CK Mapping`. */
export function isAttackSection({ key }: Pick<KqlSection, 'key'>): boolean {
  return ATTACK_KEYS.has(
    key
      .replace(/mitre|framework|\(s\)/g, (word) => (word === '(s)' ? 's' : ''))
      .replace(/att\s?&\s?ck|attack/, 'attck')
      .replace(/[^a-z]/g, ''),
  );
}

export function isTagSection({ key }: Pick<KqlSection, 'key'>): boolean {
  return key === 'tags';
}

/** `Tags: Execution, T1059.001` and `**MITRE ATT&CK:** T1059` outside of a section of their own. */
function readLabelledLines(page: KqlPage, nodes: readonly RootContent[], found: KqlMapping): void {
  const paragraphs = nodes.filter(({ type }) => type === 'paragraph');
  for (const line of linesIn(page, paragraphs)) {
    const labelled = labelOf(line);
    if (labelled?.label === 'tags') readTagLines([line], found);
    else if (labelled && isAttackSection({ key: labelled.label })) readMappingLines([labelled.value], found);
  }
}
