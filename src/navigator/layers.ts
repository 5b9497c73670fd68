import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import { actorCoverages } from '../coverage/actors.ts';
import type { Assessment, Coverage, DomainCoverage } from '../coverage/assessment.ts';
import type { History } from '../coverage/history.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { definitionsFor } from './catalogue.ts';
import type { LayerDefinition, LayerInput } from './layer-definition.ts';
import type { NamedLayer } from './layer.ts';
import { isSelected, type LayerSelection } from './selection.ts';

export interface LayerOptions {
  /** Earlier states: with them there is a layer of what changed. */
  history?: History | undefined;
  /** Where they are known already. */
  actors?: readonly ActorCoverage[];
  /** Default: all. */
  select?: LayerSelection;
}

/**
 * Every layer of every domain any content is mapped to, or those that are selected. A layer nothing belongs in is empty,
 * not absent: that nothing is tested is an answer, and links to it keep working.
 */
export function buildLayers(
  workspace: Workspace,
  coverage: Coverage,
  { history, actors, select = {} }: LayerOptions = {},
): NamedLayer[] {
  return layerInputs(workspace, coverage, history, actors).flatMap((input) =>
    definitionsFor(input)
      .filter((definition) => isSelected(definition, select))
      .map((definition) => named(definition, input)),
  );
}

/** Ids of all the layers there are, of every domain, each once: what can be selected. */
export function layerIds(workspace: Workspace, coverage: Coverage, history?: History): string[] {
  const ids = layerInputs(workspace, coverage, history).flatMap((input) =>
    definitionsFor(input).map(({ id }) => id),
  );
  return [...new Set(ids)];
}

function named(definition: LayerDefinition, input: LayerInput): NamedLayer {
  const { id, kind, summary, alone } = definition;
  const layer = definition.build(input);
  return { id, kind, summary, domain: input.coverage.domain, layer, ...(alone && { alone }) };
}

function layerInputs(
  workspace: Workspace,
  coverage: Coverage,
  history: History | undefined,
  all: readonly ActorCoverage[] = actorCoverages(workspace, coverage),
): LayerInput[] {
  return [...coverage.domains].flatMap(([domain, domainCoverage]): LayerInput[] => {
    const knowledge = workspace.knowledge.get(domain);
    if (!knowledge || !hasMappedContent(domainCoverage)) return [];
    const assessments = [...domainCoverage.assessments.values()];
    return [
      {
        workspace,
        knowledge,
        coverage: domainCoverage,
        assessments: assessments.filter(({ scope }) => scope.state === 'in'),
        outOfScope: assessments.filter(({ scope }) => scope.state !== 'in'),
        profiles: coverage.profiles,
        actors: all.filter((actor) => actor.domain === domain && actor.techniques.length > 0),
        ...(history && { history }),
      },
    ];
  });
}

function hasMappedContent({ assessments }: DomainCoverage): boolean {
  return [...assessments.values()].some(isMentioned);
}

function isMentioned(assessment: Assessment): boolean {
  const { detections, notCounting, library, playbooks, results } = assessment;
  return [detections, notCounting, library, playbooks, results].some((evidence) => evidence.length > 0);
}
