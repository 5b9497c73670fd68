import type { Technique } from '../attack/facts.ts';
import type { Decision } from '../scope/decision.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ScopeVerdict } from './assessment.ts';
import { techniquesSpokenFor } from './evidence.ts';

export interface ScopeRules {
  /** Platforms we run; empty for all. */
  platforms: readonly string[];
  /** Technique id → the decision on exactly it. */
  decisions: ReadonlyMap<string, Decision>;
  /** ISO date reviews are held against. */
  now: string;
}

/** What a workspace says of its scope. Of two decisions on one technique the first stands. */
export function scopeRules({ config, decisions, now }: Workspace): ScopeRules {
  const byTechnique = new Map<string, Decision>();
  for (const decision of decisions) {
    for (const id of techniquesSpokenFor(decision.mappings)) {
      if (!byTechnique.has(id)) byTechnique.set(id, decision);
    }
  }
  return { platforms: config.scope.platforms, decisions: byTechnique, now };
}

/**
 * Whether a technique belongs in the denominator. A decision on the technique itself wins over one on its parent,
 * and a decision over platforms, because somebody answers for it.
 */
export function scopeOf(
  technique: Pick<Technique, 'id' | 'parent' | 'platforms'>,
  { platforms, decisions, now }: ScopeRules,
): ScopeVerdict {
  const decision = decisions.get(technique.id) ?? decisions.get(technique.parent ?? '');
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
