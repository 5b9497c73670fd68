import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { FileFinding } from '../findings/finding.ts';
import { checkMalformed } from './check-malformed.ts';
import { checkTactics } from './check-tactics.ts';
import { checkTechnique } from './check-technique.ts';
import type { Mapping, Pointer, TacticMapping, TacticMappingDraft } from './mapping.ts';

/** A finding on a mapping, before anyone looks up which line its pointer leads to. */
export type MappingFinding = Omit<FileFinding, 'range'> & { pointer: Pointer };

/** What a check looks at: a detection, a playbook or anything else that is mapped. */
export interface MappedItem {
  mappings: readonly Mapping[];
  tactics: readonly TacticMapping[];
  /** ATT&CK tags that have no form ATT&CK uses. */
  unrecognised?: readonly TacticMappingDraft[];
  /** Of a detection: `sigma-filter`. */
  format?: string;
}

/** ATT&CK as a check sees it. */
export interface MappingContext {
  /** The configured domains, in MITRE's order. */
  knowledge: ReadonlyMap<Domain, KnowledgeBase>;
  /** Domains that are not configured: they tell a wrong domain from a wrong id. */
  readonly others: ReadonlyMap<Domain, KnowledgeBase>;
}

/**
 * Everything wrong with how one item is mapped. Inherited mappings are checked where they are declared; an item
 * that inherits all it has is not unmapped. Sigma filters map nothing by nature.
 */
export function checkMappings(item: MappedItem, context: MappingContext): MappingFinding[] {
  const declared = item.mappings.filter(({ provenance }) => provenance === 'declared');
  const findings = [
    ...declared.flatMap((mapping) => checkTechnique(mapping, context)),
    ...(item.unrecognised ?? []).map((tag) => checkMalformed(tag, context)),
    ...checkTactics(item, context),
  ];
  if (isUnmapped(item) && item.format !== 'sigma-filter') findings.push(unmapped());
  return findings;
}

function isUnmapped({ mappings, tactics, unrecognised = [] }: MappedItem): boolean {
  return mappings.length + tactics.length + unrecognised.length === 0;
}

function unmapped(): MappingFinding {
  return {
    rule: 'mapping/none',
    severity: 'note',
    message: 'Unexpected item without any ATT&CK mapping, expected at least one technique',
    hint: 'Map it to the techniques it finds; until then it stands on no technique page and in no layer.',
    pointer: [],
  };
}
