import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import type { Assessment, DomainCoverage, ProfileRelevance } from '../coverage/assessment.ts';
import type { History } from '../coverage/history.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Layer } from './layer.ts';

/** What a layer is about, for whoever has to choose among many. */
export const LAYER_KINDS = ['coverage', 'profile', 'delta', 'source', 'platform', 'actor'] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

/** What a layer is made from: one domain of an assessed workspace. */
export interface LayerInput {
  workspace: Workspace;
  knowledge: KnowledgeBase;
  coverage: DomainCoverage;
  /** Techniques in scope, in id order: only these are ever scored or coloured. */
  assessments: readonly Assessment[];
  /** Active techniques that are not in scope, in id order; the frame puts them into every layer, disabled. */
  outOfScope: readonly Assessment[];
  /** The default first. */
  profiles: readonly ProfileRelevance[];
  /** Actors with a technique of this domain, the default profile's first. */
  actors: readonly ActorCoverage[];
  /** Earlier states, where they are known. */
  history?: History;
}

/** One layer. */
export interface LayerDefinition {
  /** `rules-count`: part of the file name. */
  id: string;
  kind: LayerKind;
  /** `Rules per technique` */
  name: string;
  /** What its scores and colours say, in one sentence, for the layers page and the index. */
  summary: string;
  /** Left out of the file that holds all layers of a domain: one of a thousand. */
  alone?: true;
  build(input: LayerInput): Layer;
}

/**
 * Layers that are there once for each source, actor, platform or profile, or only where the workspace has what they are
 * about. To add a layer is to add a file under `layers/` and a line in `catalogue.ts`.
 */
export type LayerFamily = (input: LayerInput) => LayerDefinition[];
