import type { Assessment, Level, ScopeVerdict } from './assessment.ts';
import type { Gap, MissingKind } from './gap.ts';

/** All that is said of a technique beside an actor that uses it. */
export interface ActorStanding {
  technique: string;
  level: Level;
  /** Integers 0-100. */
  score: number;
  priority: number;
  scope: ScopeVerdict['state'];
  /** How many counting rules are mapped to exactly this technique. */
  rules: number;
  missing: readonly MissingKind[];
  /** How many library rules are at hand for it. */
  atHand: number;
}

/** @param gap Of the technique, where there is one. */
export function actorStanding(
  { technique, level, score, priority, scope, detections, missing }: Assessment,
  gap: Pick<Gap, 'closes'> | undefined,
): ActorStanding {
  const [rules, atHand] = [detections.length, gap?.closes.library.length ?? 0];
  return { technique, level, score, priority, scope: scope.state, rules, missing, atHand };
}
