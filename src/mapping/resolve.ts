import type { Domain } from '../attack/domain.ts';
import { isTechniqueId } from '../attack/ids.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Mapping, MappingDraft, TacticMapping, TacticMappingDraft } from './mapping.ts';
import { normaliseTag } from './normalise.ts';

/**
 * Holds a mapping against the knowledge bases: the domain where the id is active answers, else the first that knows
 * it; a revoked id stands for its successor. A text without an id is looked for among the names of techniques.
 *
 * @param knowledge The configured domains, in MITRE's order.
 */
export function resolveMapping(draft: MappingDraft, knowledge: ReadonlyMap<Domain, KnowledgeBase>): Mapping {
  if (isTechniqueId(draft.id)) return resolveId(draft, knowledge);
  for (const base of knowledge.values()) {
    const id = base.techniqueNamed(draft.id);
    if (id !== undefined) return { ...resolveId({ ...draft, id }, knowledge), byName: true };
  }
  return { ...draft, state: 'unknown' };
}

function resolveId(draft: MappingDraft, knowledge: ReadonlyMap<Domain, KnowledgeBase>): Mapping {
  let answer: Mapping | undefined;
  for (const [domain, base] of knowledge) {
    const resolution = base.resolve(draft.id);
    if (resolution.state === 'unknown') continue;
    if (resolution.state === 'active') return { ...draft, state: 'active', resolved: resolution.id, domain };
    if (resolution.state === 'revoked' && answer?.state !== 'revoked') {
      const { id: resolved, choices } = resolution;
      answer = { ...draft, state: 'revoked', resolved, ...(choices && { choices }), domain };
    }
    answer ??= { ...draft, state: 'deprecated', domain };
  }
  return answer ?? { ...draft, state: 'unknown' };
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
