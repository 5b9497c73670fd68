import type { Technique } from '../attack/facts.ts';
import { parentId } from '../attack/ids.ts';
import type { Decision } from '../scope/decision.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ScopeVerdict } from './assessment.ts';
import { techniquesSpokenFor } from './evidence.ts';

export interface ScopeRules {
  /** Platforms we run; empty for all. */
  platforms: readonly string[];
  /** Technique id → the decision on exactly it. */
  decisions: ReadonlyMap<string, Decision>;
  /** Technique id → the decision that takes its sub-techniques along. */
  families: ReadonlyMap<string, Decision>;
  /** ISO date reviews are held against. */
  now: string;
}

/**
 * What a workspace says of its scope. Of two decisions on one technique the first stands. A decision on a sub-technique
 * that has become a technique (`T1562.001`, now `T1685`) was not about what stands under that today.
 */
export function scopeRules({ config, decisions, now }: Workspace): ScopeRules {
  const exact = new Map<string, Decision>();
  const families = new Map<string, Decision>();
  for (const decision of decisions) {
    for (const mapping of decision.mappings) {
      for (const id of techniquesSpokenFor([mapping])) {
        if (!exact.has(id)) exact.set(id, decision);
        if (!families.has(id) && parentId(mapping.id) === undefined) families.set(id, decision);
      }
    }
  }
  return { platforms: config.scope.platforms, decisions: exact, families, now };
}

/**
 * Whether a technique belongs in the denominator. A decision on the technique itself wins over one on its parent,
 * and a decision over platforms, because somebody answers for it.
 */
export function scopeOf(
  technique: Pick<Technique, 'id' | 'parent' | 'platforms'>,
  { platforms, decisions, families, now }: ScopeRules,
): ScopeVerdict {
  const decision = decisions.get(technique.id) ?? families.get(technique.parent ?? '');
  if (decision) {
    return {
      state: decision.state,
      reason: decision.reason,
      decision,
      ...(decision.review !== undefined && decision.review < now && { reviewDue: true }),
    };
  }
  if (platforms.length === 0 || technique.platforms.length === 0) return { state: 'in' };
  const ours = new Set(platforms.map((platform) => platform.toLowerCase()));
  if (technique.platforms.some((platform) => ours.has(platform.toLowerCase()))) return { state: 'in' };
  return {
    state: 'platform',
    reason: `It happens on ${technique.platforms.join(', ')} only, none of which is ours.`,
  };
}
