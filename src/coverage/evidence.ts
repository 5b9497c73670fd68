import type { Detection } from '../detections/detection.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ResultEvidence } from './assessment.ts';

/** Everything that speaks for exactly one technique, before any roll-up. */
export interface Evidence {
  /** Counting detections. */
  detections: Detection[];
  /** Deployed detections that do not count. */
  notCounting: Detection[];
  library: Detection[];
  /** Current playbooks. */
  playbooks: Playbook[];
  /** Newest first. */
  results: ResultEvidence[];
}

export function noEvidence(): Evidence {
  return { detections: [], notCounting: [], library: [], playbooks: [], results: [] };
}

/** The first day inside a window of `days` that ends on `now`. ISO dates. */
export function windowStart(now: string, days: number): string {
  const start = new Date(`${now}T00:00:00Z`);
  start.setUTCDate(start.getUTCDate() - days);
  return start.toISOString().slice(0, 10);
}

/**
 * Distinct active technique ids an item speaks for. Mappings read out of prose do not, and neither does
 * the parent a format had to write on the way to a sub-technique.
 */
export function techniquesSpokenFor(mappings: readonly Mapping[]): Set<string> {
  const ids = new Set<string>();
  for (const mapping of mappings) {
    if (mapping.resolved !== undefined && mapping.provenance !== 'inferred' && !mapping.path) {
      ids.add(mapping.resolved);
    }
  }
  return ids;
}

/** Sorts all content of a workspace under the technique ids it speaks for. */
export function gatherEvidence(workspace: Workspace): Map<string, Evidence> {
  const byTechnique = new Map<string, Evidence>();
  const at = (id: string): Evidence => {
    let evidence = byTechnique.get(id);
    if (!evidence) byTechnique.set(id, (evidence = noEvidence()));
    return evidence;
  };

  for (const detection of workspace.detections) {
    for (const id of techniquesSpokenFor(detection.mappings)) {
      if (detection.counts) at(id).detections.push(detection);
      else if (detection.role === 'deployed') at(id).notCounting.push(detection);
      else if (detection.status !== 'deprecated') at(id).library.push(detection);
    }
  }
  for (const playbook of workspace.playbooks) {
    if (!playbook.current) continue;
    for (const id of techniquesSpokenFor(playbook.mappings)) at(id).playbooks.push(playbook);
  }
  const proofStart = windowStart(workspace.now, workspace.config.coverage.proofWindow);
  for (const exercise of workspace.exercises) {
    for (const result of exercise.results) {
      const inWindow = result.date >= proofStart;
      for (const id of techniquesSpokenFor([result.mapping])) {
        at(id).results.push({ exercise, result, inWindow });
      }
    }
  }
  for (const { results } of byTechnique.values()) {
    results.sort((a, b) => (a.result.date === b.result.date ? 0 : a.result.date > b.result.date ? -1 : 1));
  }
  return byTechnique;
}
