import type { Detection } from '../detections/detection.ts';
import type { Weights } from '../workspace/config.ts';
import type { ScoreTerm } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import { counted } from './wording.ts';
import type { Verdict } from './verdict.ts';

/**
 * The score of the evidence mapped to exactly one technique, term by term; the points add up to it.
 * Every term is a whole number, so that the arithmetic on the page is the arithmetic that was done.
 *
 * Monotone in evidence: more of it never lowers a score, except a newest result that missed.
 */
export function scoreTerms(
  evidence: Evidence,
  { verdict, decisive }: Verdict,
  weights: Weights,
): ScoreTerm[] {
  const terms = [
    ...detectionTerms(evidence.detections, weights),
    ...testTerm(evidence.detections, weights),
    ...playbookTerms(evidence, weights),
  ];
  const isSelfAssessed = decisive?.result.selfAssessed === true;
  if (verdict === 'proven') {
    terms.push({
      term: 'proof',
      because: isSelfAssessed
        ? 'self-assessed as seen in the proof window'
        : 'seen in an exercise in the proof window',
      points: Math.round(weights.proven),
    });
  }
  const total = totalOf(terms);
  if (verdict === 'failed') {
    const cap = Math.round(weights.failedCap);
    if (total > cap) {
      terms.push({
        term: 'failed',
        because: `newest result is a ${isSelfAssessed ? 'self-assessed ' : ''}miss, so at most ${cap}`,
        points: cap - total,
      });
    }
  } else if (total > 100) {
    terms.push({ term: 'limit', because: 'a score ends at 100', points: 100 - total });
  }
  return terms;
}

/** The sum of terms: a whole number. */
export function totalOf(terms: readonly ScoreTerm[]): number {
  return terms.reduce((sum, { points }) => sum + points, 0);
}

/** The detection the score starts from: the one whose status weighs most. */
export function firstCounting(
  detections: readonly Detection[],
  weights: Pick<Weights, 'status'>,
): Detection | undefined {
  let best: Detection | undefined;
  for (const detection of detections) {
    if (!best || factor(detection, weights) > factor(best, weights)) best = detection;
  }
  return best;
}

function detectionTerms(detections: readonly Detection[], weights: Weights): ScoreTerm[] {
  const best = firstCounting(detections, weights);
  if (!best) return [];
  const terms: ScoreTerm[] = [
    {
      term: 'detections',
      because: `first counting detection, status ${best.status} (${weights.firstDetection} × ${factor(best, weights)})`,
      points: Math.round(weights.firstDetection * factor(best, weights)),
    },
  ];
  const further = Math.min(detections.length - 1, weights.furtherDetections);
  if (further > 0) {
    const limit = detections.length - 1 > further ? ` of ${detections.length - 1}` : '';
    terms.push({
      term: 'detections',
      because: `${further}${limit} further counting (${weights.furtherDetection} each, ${weights.furtherDetections} at most)`,
      points: Math.round(further * weights.furtherDetection),
    });
  }
  return terms;
}

function factor({ status }: Detection, weights: Pick<Weights, 'status'>): number {
  return status === 'deprecated' || status === 'unsupported' ? 0 : weights.status[status];
}

function testTerm(detections: readonly Detection[], weights: Weights): ScoreTerm[] {
  const tested = detections.filter((detection) => detection.passingTests.length > 0).length;
  if (tested === 0) return [];
  return [
    {
      term: 'tests',
      because: `${counted(tested, 'counting detection')} with a passing test`,
      points: Math.round(weights.tested),
    },
  ];
}

function playbookTerms({ playbooks }: Evidence, weights: Weights): ScoreTerm[] {
  if (playbooks.length === 0) return [];
  const terms: ScoreTerm[] = [
    { term: 'playbooks', because: 'first current playbook', points: Math.round(weights.playbook) },
  ];
  if (playbooks.length > 1) {
    terms.push({
      term: 'playbooks',
      because: 'a second current playbook',
      points: Math.round(weights.furtherPlaybook),
    });
  }
  return terms;
}
