import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { DomainCoverage } from '../coverage/assessment.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Layer } from './layer.ts';

/** What a layer is made from: one domain of an assessed workspace. */
export interface LayerInput {
  workspace: Workspace;
  knowledge: KnowledgeBase;
  coverage: DomainCoverage;
}

/** One kind of layer. To add one is to add a file under `layers/` and a line in `layers.ts`. */
export interface LayerDefinition {
  /** `rules-count`: part of the file name. */
  id: string;
  /** `Rules per technique` */
  name: string;
  /** What its scores and colours say, in one sentence, for the layers page and the index. */
  summary: string;
  build(input: LayerInput): Layer;
}
