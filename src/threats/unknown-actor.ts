import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { shownText } from '../mapping/shown.ts';

/** What a finding says of an actor that no configured domain knows; undefined for one that is known. */
export function unknownActor(
  actor: string,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): Required<Pick<Finding, 'message' | 'hint'>> | undefined {
  if ([...knowledge.values()].some((base) => base.actor(actor))) return undefined;
  const near = nearActor(actor, knowledge);
  return {
    message: `Unexpected actor \`${shownText(actor)}\`, expected a group, campaign or software of the loaded ATT&CK version`,
    hint:
      near === undefined
        ? 'Use an ATT&CK id such as `G0016`, or a name or alias ATT&CK lists.'
        : `Did you mean \`${near}\`?`,
  };
}

/** The id, name or alias of an actor of ATT&CK that a name is most like, where it is like any. */
export function nearActor(actor: string, knowledge: ReadonlyMap<Domain, KnowledgeBase>): string | undefined {
  return nearest(actor, [...knowledge.values()].flatMap(actorNames));
}

function actorNames({ facts }: KnowledgeBase): string[] {
  return [...facts.groups, ...facts.campaigns, ...facts.software].flatMap(({ id, name, aliases }) => [
    id,
    name,
    ...aliases,
  ]);
}
