import type { Assessment } from '../../coverage/assessment.ts';
import { techniquePath } from '../../output/paths.ts';
import { count } from '../../site/wording.ts';
import { sentences, type RecordBuilder } from '../context.ts';

/** Active techniques and sub-techniques; `1059` finds them too. */
export const techniqueRecords: RecordBuilder = (
  { workspace, coverage },
  { tacticName, actorsUsing, techniqueName },
) =>
  [...coverage.domains].flatMap(([domain, { assessments }]) => {
    const knowledge = workspace.knowledge.get(domain);
    return [...assessments].flatMap(([id, assessment]) => {
      const technique = knowledge?.technique(id);
      if (!technique) return [];
      const tactics = technique.tactics.map(tacticName);
      const parent = technique.parent === undefined ? undefined : techniqueName(technique.parent);
      return [
        {
          type: 'technique',
          path: techniquePath(id),
          title: parent === undefined ? technique.name : `${parent}: ${technique.name}`,
          id,
          keys: [id, id.slice(1)],
          aliases: parent === undefined ? [] : [technique.name],
          level: assessment.level,
          line: lineOf(assessment),
          text: sentences(
            plain(knowledge?.prose?.descriptions.get(id) ?? ''),
            tactics,
            technique.platforms,
            actorsUsing([id]),
          ),
          filters: { tactic: tactics, platform: technique.platforms, actor: actorsUsing([id]) },
        },
      ];
    });
  });

function lineOf({ scope, detectionsRolledUp, playbooks }: Assessment): string {
  const has = [count(detectionsRolledUp.length, 'rule'), count(playbooks.length, 'playbook')];
  return (scope.state === 'in' ? has : ['out of scope', ...has]).join(' · ');
}

/** The first words of ATT&CK's Markdown: links and citations are not what anybody looks for. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/\(Citation: [^)]*\)/g, '')
    .replaceAll(/\[([^[\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^<>]*>|`/g, '')
    .slice(0, 600);
}
