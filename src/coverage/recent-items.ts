import type { Detection } from '../detections/detection.ts';
import { OUTCOMES, type Exercise } from '../exercises/exercise.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import { changedOn } from './freshness.ts';
import type { RecentChange } from './recent-change.ts';
import { counted } from './wording.ts';

/** When a rule was written and when it was last changed, by its own word or else by Git's. */
export function ruleChanges(detection: Detection): RecentChange[] {
  const { key, title, created, history, countsNot } = detection;
  const added = created ?? history?.first.slice(0, 10);
  const changed = changedOn(detection);
  const about = {
    title,
    item: key,
    ...(countsNot !== undefined && { detail: `does not count: ${countsNot}` }),
  };
  return [
    ...(added === undefined
      ? []
      : [{ id: `rule-added:${key}`, kind: 'rule-added' as const, date: added, ...about }]),
    ...(changed === undefined || changed === added
      ? []
      : [{ id: `rule-changed:${key}:${changed}`, kind: 'rule-changed' as const, date: changed, ...about }]),
  ];
}

/** When a playbook was written and reviewed, and every run of it. */
export function playbookChanges({ key, title, created, reviewed, history, runs }: Playbook): RecentChange[] {
  const about = { title, item: key };
  const added = created ?? history?.first.slice(0, 10);
  const changes: RecentChange[] = runs.map(({ date, outcome, findings }) => ({
    id: `playbook-run:${key}:${date}`,
    kind: 'playbook-run',
    date,
    ...about,
    detail: outcome === 'findings' ? counted(findings, 'finding') : outcome.replaceAll('-', ' '),
  }));
  if (added !== undefined)
    changes.push({ id: `playbook-added:${key}`, kind: 'playbook-added', date: added, ...about });
  // A run on the day of the review says it already.
  if (reviewed !== undefined && reviewed !== added && !runs.some(({ date }) => date === reviewed))
    changes.push({
      id: `playbook-reviewed:${key}:${reviewed}`,
      kind: 'playbook-reviewed',
      date: reviewed,
      ...about,
    });
  return changes;
}

/** That an exercise was held, with what came of it. */
export function exerciseChange({ key, title, date, results }: Exercise): RecentChange {
  const outcomes = OUTCOMES.map((outcome) => ({
    outcome,
    number: results.filter((result) => result.outcome === outcome).length,
  })).filter(({ number }) => number > 0);
  const told = outcomes.map(({ outcome, number }) => `${number} ${outcome}`).join(', ');
  return {
    id: `exercise:${key}`,
    kind: 'exercise',
    date,
    title,
    item: key,
    ...(told !== '' && { detail: `${counted(results.length, 'result')}: ${told}` }),
  };
}
