import type { Assessment } from '../../coverage/assessment.ts';
import { techniquePast } from '../../coverage/technique-past.ts';
import { techniqueTrend } from '../../coverage/technique-trend.ts';
import { findDetection, techniqueEntry, type TechniqueEntry } from '../lookups.ts';
import { siteModel } from '../model.ts';
import { rulesOf } from '../rules-link.ts';
import { familyOf } from '../technique-family.ts';
import { techniqueNext } from '../technique-next.ts';
import { techniqueUsers } from '../technique-users.ts';
import { digestOf } from './digest.ts';
import { withoutLinks } from './without-links.ts';

const assessed = new WeakMap<Assessment, string>();

/** A digest of all that the page of a technique shows beside what every page may. */
export function techniqueKey(entry: TechniqueEntry): string {
  const { technique, knowledge, domain, assessment } = entry;
  const { workspace, history } = siteModel();
  const { observed } = techniqueUsers(entry);
  const named = assessment.results.flatMap(({ result }) => result.detections);
  return digestOf(
    assessmentDigest(assessment),
    familyOf(entry).map(({ assessment: { level, score, scope } }) => [level, score, scope.state]),
    knowledge.subtechniques(technique.id).map(({ id }) => {
      const sub = techniqueEntry(id);
      return sub && assessmentDigest(sub.assessment);
    }),
    techniqueNext(entry),
    observed,
    named.map(findDetection),
    history && [techniquePast(history, domain, technique.id), techniqueTrend(history, domain, technique.id)],
    rulesOf(technique.id),
    workspace.atomics.length > 0,
  );
}

function assessmentDigest(assessment: Assessment): string {
  const digest = assessed.get(assessment) ?? digestOf(shownOf(assessment));
  assessed.set(assessment, digest);
  return digest;
}

/** What is said of decisions and collected logs leads to pages of the site, and not to their files. */
function shownOf({ scope, visibility, ...rest }: Assessment): unknown[] {
  const decision = scope.state === 'in' ? undefined : scope.decision;
  return [
    rest,
    decision ? { ...scope, decision: withoutLinks([decision]) } : scope,
    visibility?.components.map(({ collected, ...component }) => [component, withoutLinks(collected)]),
    visibility && [visibility.state, visibility.share],
  ];
}
