import type { Level, ResultEvidence, ScopeVerdict } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import type { SubtechniqueRollUp } from './roll-up.ts';
import { scopeReason } from './scope-reason.ts';
import { timesRun, toldResult } from './told.ts';
import { counted, listed } from './wording.ts';
import type { Verdict } from './verdict.ts';

/** Why a technique stands where it stands, one sentence each: that it is out of scope, then what decides its level. */
export function reasonsFor(
  evidence: Evidence,
  verdict: Verdict,
  rollUp: SubtechniqueRollUp | undefined,
  scope: ScopeVerdict,
): string[] {
  const reasons = [
    ...proofReasons(evidence, verdict),
    ...executedReasons(evidence),
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
  const outOfScope = scopeReason(scope);
  return [
    ...(outOfScope === undefined ? [] : [outOfScope]),
    ...(reasons.length > 0 ? reasons : [nothing]),
    ...library,
  ];
}

function proofReasons({ results }: Evidence, { verdict, decisive }: Verdict): string[] {
  if (decisive) return [`${proofWords(verdict, decisive)}: ${toldResult(decisive)}.`];
  const newest = results.find(({ result }) => result.outcome !== 'executed');
  if (!newest) return [];
  const what = newest.result.selfAssessed ? 'Last self-assessed' : 'Last executed';
  return [`${what} outside the proof window: ${toldResult(newest)}.`];
}

function proofWords(verdict: Verdict['verdict'], { result }: ResultEvidence): string {
  if (result.selfAssessed) {
    if (verdict === 'failed') return 'The team says that it would miss it';
    if (verdict === 'logged') return 'The team says that it has telemetry only';
    return 'The team says that it would see it';
  }
  if (verdict === 'failed') return 'Executed and missed';
  return verdict === 'logged' ? 'Executed, telemetry only' : 'Seen by our environment';
}

function executedReasons({ results }: Evidence): string[] {
  const executed = results.filter(({ result }) => result.outcome === 'executed');
  const [newest] = executed;
  if (!newest) return [];
  const times = timesRun(executed);
  const when = `${newest.result.date} in “${newest.exercise.title}”`;
  return [
    times === 1
      ? `Executed once, on ${when}; what was seen is not recorded.`
      : `Executed ${times} times, last on ${when}; what was seen is not recorded.`,
  ];
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
