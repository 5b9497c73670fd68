import type { Assessment } from '../../coverage/assessment.ts';
import { findDetection, techniqueEntry, type TechniqueEntry } from '../lookups.ts';
import { siteModel } from '../model.ts';
import { rulesOf } from '../rules-link.ts';
import { familyOf } from '../technique-family.ts';
import { techniqueNext } from '../technique-next.ts';
import { techniqueUsers } from '../technique-users.ts';
import { digestOf } from './digest.ts';

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
    history?.points.map(({ date, domains }) => [date, domains[domain]?.techniques[technique.id]]),
    rulesOf(technique.id),
    workspace.atomics.length > 0,
  );
}

function assessmentDigest(assessment: Assessment): string {
  const digest = assessed.get(assessment) ?? digestOf(assessment);
  assessed.set(assessment, digest);
  return digest;
}
