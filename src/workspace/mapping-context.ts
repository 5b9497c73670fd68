import { openKnowledgeBase } from '../attack/create-knowledge-base.ts';
import { DOMAINS, type Domain } from '../attack/domain.ts';
import { embeddedFacts } from '../attack/embedded.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { lazy } from '../attack/lazy.ts';
import type { MappingContext } from '../mapping/check.ts';

/** ATT&CK as the checks of mappings see it: what is configured, and the other domains when they are asked for. */
export function mappingContext(knowledge: ReadonlyMap<Domain, KnowledgeBase>): MappingContext {
  const others = lazy(() => unconfigured(knowledge));
  return {
    knowledge,
    get others() {
      return others();
    },
  };
}

/** Embedded knowledge of the domains a config leaves out; asked only about ids the configured ones do not know. */
function unconfigured(knowledge: ReadonlyMap<Domain, KnowledgeBase>): Map<Domain, KnowledgeBase> {
  const left = DOMAINS.filter((domain) => !knowledge.has(domain));
  return new Map(left.map((domain) => [domain, openKnowledgeBase(embeddedFacts(domain))]));
}
