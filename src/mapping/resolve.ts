import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Mapping, MappingDraft, TacticMapping, TacticMappingDraft } from './mapping.ts';
import { normaliseTag } from './normalise.ts';

/**
 * Holds a mapping against the knowledge bases: the first domain that knows the id answers, a revoked id stands for
 * its successor.
 *
 * @param knowledge The configured domains, in MITRE's order.
 */
export function resolveMapping(draft: MappingDraft, knowledge: ReadonlyMap<Domain, KnowledgeBase>): Mapping {
  for (const [domain, base] of knowledge) {
    const resolution = base.resolve(draft.id);
    if (resolution.state === 'unknown') continue;
    return resolution.state === 'deprecated'
      ? { ...draft, state: 'deprecated', domain }
      : { ...draft, state: resolution.state, resolved: resolution.id, domain };
  }
  return { ...draft, state: 'unknown' };
}

/** Holds a tactic against the knowledge bases; both vocabularies of ATT&CK 18 and 19 are known to them. */
export function resolveTactic(
  draft: TacticMappingDraft,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): TacticMapping {
  const normalised = normaliseTag(draft.written);
  const name = normalised.kind === 'tactic' ? normalised.name : draft.written.trim();
  for (const [domain, base] of knowledge) {
    const tactic = base.tactic(name);
    if (tactic) return { ...draft, shortname: tactic.shortname, domain };
  }
  return { ...draft };
}
