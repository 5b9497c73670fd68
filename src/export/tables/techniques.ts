import { domainName } from '../../attack/domain.ts';
import type { KnowledgeBase } from '../../attack/knowledge-base.ts';
import type { Technique } from '../../attack/facts.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import { techniquePath, absoluteUrl } from '../../output/paths.ts';
import type { Config } from '../../workspace/config.ts';
import type { TableDefinition } from './export-input.ts';
import { date, flag, level, list, number, text, url } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';

interface Row {
  assessment: Assessment;
  technique: Technique | undefined;
  knowledge: KnowledgeBase;
  config: Config;
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  text('technique', 'Technique', 12, ({ assessment }) => assessment.technique, 'page'),
  text('name', 'Name', 38, ({ technique }) => technique?.name),
  level('level', 'Level', 10, ({ assessment }) => assessment.level),
  number('score', 'Score', 8, ({ assessment }) => assessment.score),
  number('priority', 'Priority', 9, ({ assessment }) => assessment.priority),
  number('relevance', 'Relevance', 10, ({ assessment }) => assessment.relevance),
  list('missing', 'Missing', 24, ({ assessment }) => assessment.missing),
  text('scope', 'Scope', 13, ({ assessment }) => assessment.scope.state),
  text('domain', 'Domain', 11, ({ assessment }) => domainName(assessment.domain)),
  list('tactics', 'Tactics', 30, ({ technique, knowledge }) =>
    technique?.tactics.map((tactic) => knowledge.tactic(tactic)?.name ?? tactic),
  ),
  list('platforms', 'Platforms', 26, ({ technique }) => technique?.platforms),
  text('parent', 'Parent', 9, ({ technique }) => technique?.parent),
  level('ownLevel', 'Level of its own evidence', 12, ({ assessment }) => assessment.own.level),
  number('ownScore', 'Score of its own evidence', 10, ({ assessment }) => assessment.own.score),
  flag('selfAssessed', 'Self-assessed', 13, ({ assessment }) => assessment.selfAssessed ?? false),
  text('scopeReason', 'Why out of scope', 30, ({ assessment: { scope } }) =>
    scope.state === 'in' ? null : scope.reason,
  ),
  number('rules', 'Counting rules', 10, ({ assessment }) => assessment.detections.length),
  number(
    'rulesRolledUp',
    'Counting rules with sub-techniques',
    14,
    ({ assessment }) => assessment.detectionsRolledUp.length,
  ),
  number(
    'rulesTested',
    'Rules with a passing test',
    11,
    ({ assessment }) => assessment.detections.filter(({ passingTests }) => passingTests.length > 0).length,
  ),
  number(
    'rulesNotCounting',
    'Rules that do not count',
    11,
    ({ assessment }) => assessment.notCounting.length,
  ),
  number('rulesLibrary', 'Library rules', 10, ({ assessment }) => assessment.library.length),
  number('playbooks', 'Current playbooks', 11, ({ assessment }) => assessment.playbooks.length),
  text('lastOutcome', 'Newest result', 12, ({ assessment }) => assessment.results[0]?.result.outcome),
  date('lastOutcomeDate', 'Newest result on', 12, ({ assessment }) => assessment.results[0]?.result.date),
  date('lastProven', 'Last proven', 12, ({ assessment }) => assessment.freshness.proven),
  list('actors', 'Actors of the profile', 28, ({ assessment, knowledge }) =>
    assessment.relevantTo.map((id) => knowledge.actor(id)?.name ?? id),
  ),
  text(
    'robustness',
    'Best rule keys on',
    13,
    ({ assessment: { robustness, detections } }) =>
      robustness.best ?? (detections.length > 0 ? 'not judged' : null),
  ),
  date('touched', 'Last touched', 12, ({ assessment }) => assessment.freshness.newest?.date),
  flag('stale', 'Stale', 8, ({ assessment }) => assessment.freshness.stale),
  text('visibility', 'Visibility', 11, ({ assessment }) => assessment.visibility?.state ?? 'not stated'),
  number('visibilityShare', 'Data collected, %', 10, ({ assessment: { visibility } }) =>
    visibility === undefined || visibility.state === 'unknown' ? null : visibility.share,
  ),
  text('reasons', 'Why this level', 70, ({ assessment }) => assessment.reasons.join(' ')),
  url('page', 'Page', 40, ({ assessment, config }) =>
    absoluteUrl(config, techniquePath(assessment.technique)),
  ),
];

/** One row a technique or sub-technique, with everything that was assessed of it. */
export const techniquesTable: TableDefinition = {
  id: 'techniques',
  title: 'Techniques',
  build: ({ workspace, coverage }) =>
    tableOf(
      techniquesTable,
      COLUMNS,
      [...coverage.domains].flatMap(([domain, { assessments }]) => {
        const knowledge = workspace.knowledge.get(domain);
        if (!knowledge) return [];
        return [...assessments.values()].map((assessment) => ({
          assessment,
          technique: knowledge.technique(assessment.technique),
          knowledge,
          config: workspace.config,
        }));
      }),
    ),
};
