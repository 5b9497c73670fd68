import type { Domain } from '../attack/domain.ts';
import type { Assessment, Coverage, DomainCoverage } from '../coverage/assessment.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { LayerDefinition } from './layer-definition.ts';
import type { Layer, NamedLayer } from './layer.ts';
import { claimedLayer } from './layers/claimed.ts';
import { coverageLayer } from './layers/coverage.ts';
import { gapsLayer } from './layers/gaps.ts';
import { huntsLayer } from './layers/hunts.ts';
import { rulesCountLayer } from './layers/rules-count.ts';
import { testedProvenLayer } from './layers/tested-proven.ts';

/** Every kind of layer, in the order people read them. */
export const LAYERS: readonly LayerDefinition[] = [
  coverageLayer,
  claimedLayer,
  testedProvenLayer,
  huntsLayer,
  gapsLayer,
  rulesCountLayer,
];

/**
 * Every layer of every domain any content is mapped to. A layer nothing belongs in is empty, not absent:
 * that nothing is tested is an answer, and links to it keep working.
 */
export function buildLayers(workspace: Workspace, coverage: Coverage): NamedLayer[] {
  const layers: NamedLayer[] = [];
  for (const [domain, domainCoverage] of coverage.domains) {
    const knowledge = workspace.knowledge.get(domain);
    if (!knowledge || !hasMappedContent(domainCoverage)) continue;
    for (const definition of LAYERS) {
      const layer = definition.build({ workspace, knowledge, coverage: domainCoverage });
      layers.push({ id: definition.id, summary: definition.summary, domain, layer });
    }
  }
  return layers;
}

/** The layers of one domain in one list: the Navigator opens all of them from one file. */
export function allLayers(layers: readonly NamedLayer[], domain: Domain): Layer[] {
  return layers.filter((named) => named.domain === domain).map(({ layer }) => layer);
}

function hasMappedContent({ assessments }: DomainCoverage): boolean {
  return [...assessments.values()].some(isMentioned);
}

function isMentioned(assessment: Assessment): boolean {
  const { detections, notCounting, library, playbooks, results } = assessment;
  return [detections, notCounting, library, playbooks, results].some((evidence) => evidence.length > 0);
}
