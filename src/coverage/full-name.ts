import type { Technique } from '../attack/facts.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';

/** As ATT&CK titles a page: `OS Credential Dumping: LSASS Memory`. */
export function fullName({ name, parent }: Technique, knowledge: KnowledgeBase): string {
  const above = parent === undefined ? undefined : knowledge.technique(parent)?.name;
  return above === undefined ? name : `${above}: ${name}`;
}
