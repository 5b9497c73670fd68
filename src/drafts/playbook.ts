import { slug } from 'github-slugger';
import type { ProfileRelevance } from '../coverage/assessment.ts';
import { fullName } from '../coverage/full-name.ts';
import type { Gap } from '../coverage/gap.ts';
import { startsFor } from '../coverage/playbook-start.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Draft, DraftFacts } from './draft.ts';

/**
 * A hunt to go on from: a hypothesis from who uses the technique, the data it shows in, ATT&CK's analytics, rules of a
 * library, tests to prove it with. A draft: it counts once somebody makes it active.
 *
 * @param relevance Whose procedures the hypothesis may quote.
 * @param library Rules somebody else has for exactly this technique.
 */
export function draftPlaybook(
  workspace: Workspace,
  facts: DraftFacts,
  { relevance, library }: { relevance: ProfileRelevance; library: Gap['closes']['library'] },
): Draft {
  const { technique, knowledge, users, logs, atomics } = facts;
  const startOf = startsFor(workspace, knowledge, relevance);
  const { text } = startOf(technique, users, {
    library,
    atomics: [...atomics],
    logSources: [...logs],
    analytics: knowledge.analyticsOf(technique.id),
  });
  const about = users.length === 1 ? ` ${users[0]?.name ?? ''}` : '';
  return { name: `${slug(`${fullName(technique, knowledge)}${about}`)}.md`, text };
}
