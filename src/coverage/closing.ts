import type { Technique } from '../attack/facts.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Assessment, DomainCoverage } from './assessment.ts';
import { runsOn } from './atomic-platforms.ts';
import { bestFirst } from './best-first.ts';
import type { Gap, TechniqueUser } from './gap.ts';
import { isCovered } from './levels.ts';
import { neededLogs } from './needed-logs.ts';
import type { StartOf } from './playbook-start.ts';

/** Tells what is at hand to close a technique's gap. */
export type Closing = (
  technique: Technique,
  assessment: Assessment,
  users: readonly TechniqueUser[],
) => Gap['closes'];

export function closingFor(
  { config }: Workspace,
  knowledge: KnowledgeBase,
  { assessments }: Pick<DomainCoverage, 'assessments'>,
  startOf: StartOf,
): Closing {
  const { platforms } = config.scope;
  return (technique, assessment, users) => {
    const found = {
      library: bestFirst(assessment.library),
      hunts: assessment.libraryPlaybooks,
      // A filter narrows other rules and never counts by itself.
      notCounting: assessment.notCounting.filter(({ format }) => format !== 'sigma-filter'),
      atomics: assessment.atomics
        .filter(({ test, results }) => results.length === 0 && runsOn(test, platforms))
        .map(({ test }) => test),
      subtechniques: knowledge
        .subtechniques(technique.id)
        .map(({ id }) => assessments.get(id))
        .filter((sub) => sub?.scope.state === 'in' && !isCovered(sub.level))
        .flatMap((sub) => sub?.technique ?? []),
      logSources: neededLogs(assessment, knowledge, { config }),
    };
    return {
      ...found,
      ...(assessment.missing.includes('hunt') && { playbook: startOf(technique, users, found) }),
    };
  };
}
