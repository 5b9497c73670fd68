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

type ResolvedTactic = Pick<TacticMapping, 'shortname' | 'domain'>;

/** Public rules spell a few dozen tactics ten thousand times; each spelling is looked up once. */
const resolvedTactics = new WeakMap<ReadonlyMap<Domain, KnowledgeBase>, Map<string, ResolvedTactic>>();

/** Holds a tactic against the knowledge bases; both vocabularies of ATT&CK 18 and 19 are known to them. */
export function resolveTactic(
  draft: TacticMappingDraft,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): TacticMapping {
  const known = resolvedTactics.get(knowledge) ?? new Map<string, ResolvedTactic>();
  resolvedTactics.set(knowledge, known);
  let resolved = known.get(draft.written);
  if (!resolved) known.set(draft.written, (resolved = lookUpTactic(draft.written, knowledge)));
  return { ...draft, ...resolved };
}

function lookUpTactic(written: string, knowledge: ReadonlyMap<Domain, KnowledgeBase>): ResolvedTactic {
  const normalised = normaliseTag(written);
  const name = normalised.kind === 'tactic' ? normalised.name : written.trim();
  for (const [domain, base] of knowledge) {
    const tactic = base.tactic(name);
    if (tactic) return { shortname: tactic.shortname, domain };
  }
  return {};
}
