import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Assessment } from '../coverage/assessment.ts';
import { counted, listed } from '../coverage/wording.ts';
import { OWN_OBSERVATION } from '../threats/relevance.ts';

/** Who makes a technique relevant, in a sentence. */
export function usedBy(
  { users, relevantTo }: Pick<Assessment, 'users' | 'relevantTo'>,
  knowledge: Pick<KnowledgeBase, 'actor'>,
): string {
  if (relevantTo.length > 0) {
    const names = relevantTo.map((id) =>
      id === OWN_OBSERVATION ? 'whoever we saw ourselves' : (knowledge.actor(id)?.name ?? id),
    );
    return `Used by ${listed(names, 5)}.`;
  }
  return users > 0
    ? `Used by ${counted(users, 'group')} in ATT&CK.`
    : 'The profile gives it a weight of its own.';
}
