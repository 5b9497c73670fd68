import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { ActorCoverage, ActorTechnique } from '../coverage/actor-coverage.ts';
import { isCovered } from '../coverage/levels.ts';
import { counted, listed } from '../coverage/wording.ts';
import { columns, shortened, wrapped } from './columns.ts';

/** Actors side by side, one row each. */
export function actorTable(actors: readonly ActorCoverage[]): string[] {
  return columns(
    [
      ['Weight', 'Actor', '', 'Domain', 'Techniques', 'Covered', 'With proof', 'Failed', 'Open'],
      ...actors.map(({ weight, id, name, domain, total, covered, withProof, levels }) => [
        weight === undefined ? '-' : String(weight),
        id,
        shortened(name, 22),
        domain,
        String(total),
        share(covered, total),
        share(withProof, total),
        String(levels.failed),
        String(levels.none + levels.hunted),
      ]),
    ],
    [0, 4, 5, 6, 7, 8],
  );
}

/** One actor in one domain: who it is, and where we stand on each of its techniques, tactic by tactic. */
export function actorLines(actor: ActorCoverage, knowledge: KnowledgeBase): string[] {
  const { id, name, type, domain, aliases, weight, reason, total, covered, withProof, techniques } = actor;
  const outOfScope = techniques.length - total;
  return [
    `${type === 'own' ? `${name} (the team’s own actor)` : `${id} ${name} (${type})`}${weight === undefined ? '' : `, weight ${weight}`}`,
    ...(aliases.length > 0 ? wrapped(`Also called ${aliases.join(', ')}.`, 0) : []),
    ...(reason === undefined ? [] : wrapped(endSentence(reason), 0)),
    ...relationLines(actor, knowledge),
    '',
    `ATT&CK ${domain} ${knowledge.version}: ${share(covered, total)} of ${counted(total, 'technique')} covered, ` +
      `${withProof} tested or proven${outOfScope > 0 ? `; ${outOfScope} out of scope` : ''}`,
    '',
    ...knowledge.tactics.flatMap(({ shortname, name: tactic }) =>
      tacticLines(
        tactic,
        techniques.filter(({ assessment }) =>
          knowledge.technique(assessment.technique)?.tactics.includes(shortname),
        ),
        knowledge,
      ),
    ),
  ];
}

function tacticLines(
  tactic: string,
  techniques: readonly ActorTechnique[],
  knowledge: KnowledgeBase,
): string[] {
  const inScope = techniques.filter(({ assessment }) => assessment.scope.state === 'in');
  if (techniques.length === 0) return [];
  const covered = inScope.filter(({ assessment }) => isCovered(assessment.level)).length;
  const rows = techniques.map(({ assessment, procedures }) => [
    assessment.scope.state === 'in' ? assessment.level : 'out',
    assessment.technique,
    knowledge.technique(assessment.technique)?.name ?? '',
    procedures.length > 0 ? 'in our profile' : '',
  ]);
  return [
    `${tactic}: ${covered} of ${inScope.length} covered`,
    ...columns(rows).map((row) => `  ${row}`),
    '',
  ];
}

function relationLines({ related, domain }: ActorCoverage, knowledge: KnowledgeBase): string[] {
  const told = (words: string, ids: readonly string[]): string[] =>
    ids.length === 0
      ? []
      : wrapped(
          `${words} ${listed(
            ids.map((id) => named(id, knowledge)),
            6,
          )}.`,
          0,
        );
  return [
    ...told('Behind the campaigns', related.campaigns),
    ...told('Attributed to', related.attributedTo),
    ...told('Uses the software', related.software),
    ...told(`Used in ${domain} by`, related.usedBy),
  ];
}

function named(id: string, knowledge: KnowledgeBase): string {
  return `${knowledge.actor(id)?.name ?? ''} (${id})`.trimStart();
}

function share(part: number, total: number): string {
  return total === 0 ? `${part}` : `${part} (${Math.round((100 * part) / total)} %)`;
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
