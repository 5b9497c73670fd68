import type { Level, ResultEvidence } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import type { SubtechniqueRollUp } from './roll-up.ts';
import { counted, listed } from './wording.ts';
import type { Verdict } from './verdict.ts';

/** Why a technique stands where it stands, one sentence each, what decides it first. */
export function reasonsFor(
  evidence: Evidence,
  verdict: Verdict,
  rollUp: SubtechniqueRollUp | undefined,
): string[] {
  const reasons = [
    ...proofReasons(evidence, verdict),
    ...testReasons(evidence),
    ...detectionReasons(evidence),
    ...playbookReasons(evidence),
    ...rollUpReasons(rollUp),
    ...notCountingReasons(evidence),
  ];
  const nothing = 'Nothing speaks for it: no counting detection, no current playbook, no exercise result.';
  const library =
    evidence.library.length > 0
      ? [`${counted(evidence.library.length, 'library rule')} could be deployed.`]
      : [];
  return [...(reasons.length > 0 ? reasons : [nothing]), ...library];
}

function proofReasons({ results }: Evidence, { verdict, decisive }: Verdict): string[] {
  if (decisive) {
    if (verdict === 'failed') return [`Executed and missed: ${told(decisive)}.`];
    if (verdict === 'logged') return [`Executed, telemetry only: ${told(decisive)}.`];
    return [`Seen by our environment: ${told(decisive)}.`];
  }
  const newest = results[0];
  return newest ? [`Last executed outside the proof window: ${told(newest)}.`] : [];
}

function told({ exercise, result }: ResultEvidence): string {
  return `${result.outcome} on ${result.date} in “${exercise.title}”`;
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
