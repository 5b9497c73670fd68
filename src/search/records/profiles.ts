import { threatPath } from '../../output/paths.ts';
import { count } from '../../site/wording.ts';
import { sentences, unique, type RecordBuilder } from '../context.ts';

export const profileRecords: RecordBuilder = ({ workspace }, { actorName }) =>
  workspace.threats.map(({ id, title, description, actors, procedures, source }) => {
    const named = unique(actors.map(({ actor }) => actorName(actor)));
    return {
      type: 'profile',
      path: threatPath(id),
      title,
      keys: [id],
      aliases: [],
      line: `${count(actors.length, 'actor')} · ${count(procedures.length, 'observation')} of our own`,
      text: sentences(description, named),
      filters: { source: [source], actor: named },
    };
  });
