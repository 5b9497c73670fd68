import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';

/** What a finding says of an actor that no configured domain knows; undefined for one that is known. */
export function unknownActor(
  actor: string,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): Required<Pick<Finding, 'message' | 'hint'>> | undefined {
  const bases = [...knowledge.values()];
  if (bases.some((base) => base.actor(actor))) return undefined;
  const near = nearest(actor, bases.flatMap(actorNames));
  return {
    message: `Unexpected actor \`${actor}\`, expected a group, campaign or software of the loaded ATT&CK version`,
    hint:
      near === undefined
        ? 'Use an ATT&CK id such as `G0016`, or a name or alias ATT&CK lists.'
        : `Did you mean \`${near}\`?`,
  };
}

function actorNames({ facts }: KnowledgeBase): string[] {
  return [...facts.groups, ...facts.campaigns, ...facts.software].flatMap(({ id, name, aliases }) => [
    id,
    name,
    ...aliases,
  ]);
}
