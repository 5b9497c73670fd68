import { closingOfTechnique } from '../coverage/closing-of-technique.ts';
import type { Gap, MissingKind } from '../coverage/gap.ts';
import { stepsToMend } from '../coverage/next-steps.ts';
import { proofEnd } from '../coverage/proof-end.ts';
import { gapOf, type TechniqueEntry } from './lookups.ts';
import { siteModel } from './model.ts';

/** What a technique lacks, in the order it is mended, with what is at hand for it. */
export interface TechniqueNext {
  steps: { missing: MissingKind; sentences: string[] }[];
  closes: Gap['closes'];
  /** Why it is among the gaps, where it is. */
  why?: string;
  /** The last day its proof counts. */
  proofEnds?: string;
}

/** Undefined out of scope, where nothing is asked for. */
export function techniqueNext({ assessment, technique }: TechniqueEntry): TechniqueNext | undefined {
  const { workspace, coverage } = siteModel();
  if (assessment.scope.state !== 'in') return undefined;
  const gap = gapOf(technique.id);
  const closes = gap?.closes ?? closingOfTechnique(workspace, coverage, assessment);
  if (!closes) return undefined;
  const { missing } = assessment;
  const proofEnds = proofEnd(assessment, workspace.config.coverage);
  return {
    steps: missing.map((kind) => ({
      missing: kind,
      sentences: stepsToMend(kind, { missing, closes, technique: technique.id }),
    })),
    closes,
    ...(gap && { why: gap.why }),
    ...(proofEnds !== undefined && { proofEnds }),
  };
}
