import type { Assessment, DomainCoverage, TechniqueVisibility } from './assessment.ts';

type Component = TechniqueVisibility['components'][number];

/** A technique the collected logs could show, and no rule looks for. */
export interface VisibleWithoutRule {
  assessment: Assessment;
  /** What of its data is collected, what most of its analytics read first. */
  collected: Component[];
}

/** A technique with a counting rule, whose data is not all collected for any of its analytics. */
export interface RuleWithoutVisibility {
  assessment: Assessment;
  /** What of its data is not collected, what most of its analytics read first. */
  missing: Component[];
}

/**
 * Techniques in scope that are visible and lack a rule, by priority, then by id: a rule is all they cost. They are about
 * techniques, not about a place in a file, so neither these nor the next are findings.
 */
export function visibleWithoutRule({
  assessments,
}: Pick<DomainCoverage, 'assessments'>): VisibleWithoutRule[] {
  return [...assessments.values()]
    .filter(({ visibility, missing }) => visibility?.state === 'visible' && missing.includes('rule'))
    .sort(byPriority)
    .map((assessment) => ({
      assessment,
      collected: componentsOf(assessment).filter(({ collected }) => collected.length > 0),
    }));
}

/**
 * Techniques in scope with a counting rule of their own that are blind or only partly visible, by priority, then by id:
 * the rule cannot fire, or reads something ATT&CK's analytics do not name.
 */
export function ruleWithoutVisibility({
  assessments,
}: Pick<DomainCoverage, 'assessments'>): RuleWithoutVisibility[] {
  return [...assessments.values()]
    .filter(({ detections, missing }) => detections.length > 0 && missing.includes('visibility'))
    .sort(byPriority)
    .map((assessment) => ({
      assessment,
      missing: componentsOf(assessment).filter(({ collected }) => collected.length === 0),
    }));
}

function componentsOf({ visibility }: Assessment): readonly Component[] {
  return visibility?.components ?? [];
}

function byPriority(a: Assessment, b: Assessment): number {
  return b.priority - a.priority || (a.technique < b.technique ? -1 : 1);
}
