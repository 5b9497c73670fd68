import type { Level, ScopeVerdict } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import { ownLevel } from './level.ts';
import { rank } from './levels.ts';
import { executedReasons, proofReasons } from './proof-reasons.ts';
import type { SubtechniqueRollUp } from './roll-up.ts';
import { scopeReason } from './scope-reason.ts';
import { counted, listed } from './wording.ts';
import type { Verdict } from './verdict.ts';

/** Why a technique stands where it stands, one sentence each: that it is out of scope, then what decides its level. */
export function reasonsFor(
  evidence: Evidence,
  verdict: Verdict,
  rollUp: SubtechniqueRollUp | undefined,
  scope: ScopeVerdict,
): string[] {
  const decidesByResult = verdict.verdict === 'failed' || verdict.verdict === 'proven';
  const decidesByRollUp =
    !decidesByResult && rollUp !== undefined && isRolledUp(ownLevel(evidence, verdict), rollUp);
  const proof = proofReasons(evidence, verdict);
  const rolledUp = rollUpReasons(rollUp);
  const reasons = [
    ...(decidesByResult ? proof : []),
    ...(decidesByRollUp ? rolledUp : []),
    ...testReasons(evidence),
    ...detectionReasons(evidence),
    ...playbookReasons(evidence),
    ...(decidesByRollUp ? [] : rolledUp),
    ...(decidesByResult ? [] : proof),
    ...executedReasons(evidence),
    ...notCountingReasons(evidence),
  ];
  const nothing = 'Nothing speaks for it: no counting detection, no current playbook, no exercise result.';
  const library =
    evidence.library.length > 0
      ? [`${counted(evidence.library.length, 'library rule')} could be deployed.`]
      : [];
  const outOfScope = scopeReason(scope);
  return [
    ...(outOfScope === undefined ? [] : [outOfScope]),
    ...(reasons.length > 0 ? reasons : [nothing]),
    ...library,
  ];
}

/** Whether sub-techniques give a technique its level: a missed one does when nothing else is known of it. */
function isRolledUp(own: Level, { level }: SubtechniqueRollUp): boolean {
  return level === 'failed' ? own === 'none' : rank(level) > rank(own);
}

function testReasons({ detections }: Evidence): string[] {
  const tested = detections.filter((detection) => detection.passingTests.length > 0);
  if (tested.length === 0) return [];
  return [
    `${tested.length} of ${counted(detections.length, 'counting detection')} with a passing test: ${listed(titles(tested))}.`,
  ];
}

function detectionReasons({ detections }: Evidence): string[] {
  return detections.length > 0
    ? [`${counted(detections.length, 'counting detection')}: ${listed(titles(detections))}.`]
    : [];
}

function playbookReasons({ playbooks }: Evidence): string[] {
  return playbooks.length > 0
    ? [`${counted(playbooks.length, 'current playbook')}: ${listed(titles(playbooks))}.`]
    : [];
}

function rollUpReasons(rollUp: SubtechniqueRollUp | undefined): string[] {
  if (!rollUp) return [];
  const withEvidence = rollUp.total - rollUp.levels.none;
  if (withEvidence === 0) return [];
  const parts = (['proven', 'tested', 'claimed', 'hunted'] as const satisfies Level[])
    .filter((level) => rollUp.levels[level] > 0)
    .map((level) => `${rollUp.levels[level]} ${level}`);
  if (rollUp.failed.length > 0) parts.push(`${rollUp.failed.length} failed (${listed(rollUp.failed)})`);
  return [`${withEvidence} of ${counted(rollUp.total, 'sub-technique')} with evidence: ${parts.join(', ')}.`];
}

function notCountingReasons({ notCounting }: Evidence): string[] {
  if (notCounting.length === 0) return [];
  const byReason = new Map<string, number>();
  for (const { countsNot } of notCounting) {
    const why = countsNot ?? 'does not count';
    byReason.set(why, (byReason.get(why) ?? 0) + 1);
  }
  const parts = [...byReason].sort(([a], [b]) => (a < b ? -1 : 1)).map(([why, count]) => `${count} ${why}`);
  return [`${counted(notCounting.length, 'deployed detection')} not counted: ${parts.join(', ')}.`];
}

function titles(items: readonly { title: string }[]): string[] {
  return items.map(({ title }) => `“${title}”`);
}
