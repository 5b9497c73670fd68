import type { Level } from './assessment.ts';
import { emptyLevelCounts, rank } from './levels.ts';

/** What the active sub-techniques of a technique say together. */
export interface SubtechniqueRollUp {
  total: number;
  levels: Record<Level, number>;
  /** Ids of the failed ones. */
  failed: string[];
  /** The level they give their parent. */
  level: Level;
  /** Their mean score, rounded: what they give their parent. */
  score: number;
}

/**
 * Rolls sub-techniques up into their parent. One that is hunted or claimed says so of a part of the parent,
 * and that much is true of the parent too. Proof of a part is no proof of the whole: `tested` and `proven`
 * reach the parent only when every sub-technique has them. A failed one keeps the parent from being proven, and
 * makes it failed when nothing else is known of any sub-technique. Nothing ever flows from a parent to its sub-techniques.
 */
export function rollUp(
  subtechniques: readonly { technique: string; level: Level; score: number }[],
): SubtechniqueRollUp | undefined {
  if (subtechniques.length === 0) return undefined;
  const levels = emptyLevelCounts();
  for (const { level } of subtechniques) levels[level] += 1;
  const lowest = Math.min(...subtechniques.map(({ level }) => rank(level)));
  const highest = Math.max(...subtechniques.map(({ level }) => rank(level)));
  return {
    total: subtechniques.length,
    levels,
    failed: subtechniques.filter(({ level }) => level === 'failed').map(({ technique }) => technique),
    level: levelAt(lowest, highest, levels.failed > 0),
    score: Math.round(subtechniques.reduce((sum, { score }) => sum + score, 0) / subtechniques.length),
  };
}

function levelAt(lowest: number, highest: number, hasFailed: boolean): Level {
  if (lowest >= rank('proven')) return 'proven';
  if (lowest >= rank('tested')) return 'tested';
  if (highest >= rank('claimed')) return 'claimed';
  if (highest >= rank('hunted')) return 'hunted';
  return hasFailed ? 'failed' : 'none';
}
