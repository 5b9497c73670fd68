import { playbookPath } from '../../output/paths.ts';
import { mappedTechniques, sentences, unique, type RecordBuilder } from '../context.ts';
import { fileStem } from '../file-stem.ts';

export const playbookRecords: RecordBuilder = ({ workspace }, context) =>
  workspace.playbooks.map((playbook) => {
    const { id, title, hypothesis, source, role, current, currentNot, platforms, dataSources } = playbook;
    const techniques = mappedTechniques(playbook.mappings);
    const named = playbook.actors.map(context.actorName);
    return {
      type: 'playbook',
      path: playbookPath(playbook),
      title,
      keys: unique([...(id === undefined ? [] : [id]), fileStem(playbook.path)]),
      aliases: [],
      ...(current && role === 'deployed' && { level: 'hunted' as const }),
      line: `${source} · ${current ? 'current' : (currentNot ?? 'not current')}`,
      text: sentences(
        hypothesis?.slice(0, 400),
        techniques.map((technique) => `${technique} ${context.techniqueName(technique) ?? ''}`),
        named,
        dataSources,
        playbook.sections.map((section) => section.title),
        playbook.owner,
      ),
      filters: {
        tactic: unique([
          ...playbook.tactics.flatMap(({ shortname }) =>
            shortname === undefined ? [] : [context.tacticName(shortname)],
          ),
          ...context.tacticsOf(techniques),
        ]),
        platform: platforms,
        source: [source],
        actor: unique([...context.actorsUsing(techniques), ...named]),
      },
    };
  });
