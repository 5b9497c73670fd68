import { slug } from 'github-slugger';
import { dump } from 'js-yaml';
import { sigmaLogSource } from '../detections/formats/sigma-log-source.ts';
import { fullName } from '../coverage/full-name.ts';
import { attackPage, type Draft, type DraftFacts } from './draft.ts';
import { plainLine } from './plain-line.ts';
import { sigmaLogSourceFor } from './log-source.ts';

/**
 * A Sigma rule without its `detection`: that is for a person to say. Until then it is not read and counts for nothing,
 * and lint says what is missing.
 *
 * @param id A new UUID.
 */
export function draftDetection(facts: DraftFacts, id: string): Draft {
  const { technique, knowledge, users, platforms, logs, now } = facts;
  const ids = users.flatMap(({ id: actor }) => (knowledge.actor(actor) ? [actor] : []));
  const source = sigmaLogSourceFor(logs, platforms);
  const name = fullName(technique, knowledge);
  const head = {
    title: name,
    id,
    status: 'experimental',
    description: `Detects ${name} (${technique.id})`,
    references: [attackPage(technique)],
    date: now,
    tags: [
      ...technique.tactics.map((tactic) => `attack.${tactic}`),
      `attack.${technique.id.toLowerCase()}`,
      ...ids.map((actor) => `attack.${actor.toLowerCase()}`),
    ],
  };
  const text = [
    dump(head, { lineWidth: -1 }),
    ...(logs.length > 0
      ? [
          '# ATT&CK’s analytics for this technique read:\n',
          ...logs.map((log) => `#   ${plainLine(told(log))}\n`),
        ]
      : []),
    dump(
      { logsource: source ?? { product: 'unknown', definition: 'Which log the rule reads' } },
      { lineWidth: -1 },
    ),
    '# What the rule looks for. Without it the rule is not complete, and nobody counts it.\n',
    '# detection:\n#   selection:\n#     FieldName|contains: value\n#   condition: selection\n',
    dump({ falsepositives: ['Unknown'], level: 'medium' }),
  ].join('');
  const [logSource] = sigmaLogSource(source).logSources;
  return { name: `${slug(name)}.yml`, text, ...(logSource !== undefined && { logSource }) };
}

function told({ component, logSources }: DraftFacts['logs'][number]): string {
  return logSources.length === 0 ? component.name : `${component.name}: ${logSources.join(', ')}`;
}
