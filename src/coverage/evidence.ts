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
  /** Hunts of library sources, whatever their dates. */
  libraryPlaybooks: Playbook[];
  /** Newest first. */
  results: ResultEvidence[];
}

export function noEvidence(): Evidence {
  return { detections: [], notCounting: [], library: [], playbooks: [], libraryPlaybooks: [], results: [] };
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

/**
 * Sorts all content of a workspace under the technique ids it speaks for.
 *
 * @param results Newest first.
 */
export function gatherEvidence(
  workspace: Workspace,
  results: readonly ResultEvidence[],
): Map<string, Evidence> {
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
    const isOffered = playbook.role === 'library' && playbook.status !== 'retired';
    if (!playbook.current && !isOffered) continue;
    for (const id of techniquesSpokenFor(playbook.mappings))
      at(id)[isOffered ? 'libraryPlaybooks' : 'playbooks'].push(playbook);
  }
  for (const evidence of results) {
    for (const id of techniquesSpokenFor([evidence.result.mapping])) at(id).results.push(evidence);
  }
  return byTechnique;
}
