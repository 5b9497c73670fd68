import { actorPath } from '../../output/paths.ts';
import { ACTOR_WORDS } from '../../site/actor-words.ts';
import { count } from '../../site/wording.ts';
import { sentences, type RecordBuilder } from '../context.ts';

/** Groups, campaigns, software and actors of our own, by every name they have. */
export const actorRecords: RecordBuilder = ({ actors }) =>
  actors.map(({ id, name, aliases, type, domain, weight, reason, total, covered, techniques }) => ({
    type: 'actor',
    path: actorPath(id),
    title: name,
    ...(type !== 'own' && { id }),
    keys: [id],
    aliases: aliases.filter((alias) => alias !== name),
    line: [
      ACTOR_WORDS[type].name,
      ...(weight === undefined ? [] : ['of a profile of ours']),
      `${covered} of ${count(total, 'technique')} covered`,
    ].join(' · '),
    text: sentences(
      reason,
      techniques.length === 0 ? `No technique in ${domain}` : undefined,
      aliases.length > 1 ? aliases : undefined,
    ),
    filters: weight === undefined ? {} : { actor: [name] },
  }));
