import type { Assessment } from '../coverage/assessment.ts';
import { scopeReason } from '../coverage/scope-reason.ts';
import type { Config } from '../workspace/config.ts';
import { UNSCORED_COLOR } from './colors.ts';
import type { Layer, LayerTechnique } from './layer.ts';
import { techniqueLink } from './technique-link.ts';

/** What the legend says of techniques out of scope. */
export const OUT_OF_SCOPE_LEGEND: Layer['legendItems'][number] = {
  label: 'Name in grey: out of scope',
  color: UNSCORED_COLOR,
};

/**
 * A technique out of scope as every layer has it: disabled, which the Navigator draws in grey text on no colour, and
 * without a score, because a score would enter the sum of its parent and whatever is computed from the layer.
 *
 * @param isSlim One of a thousand layers: no metadata.
 */
export function outOfScopeEntry(
  { technique, level, scope, detections, playbooks }: Assessment,
  config: Pick<Config, 'site' | 'base'>,
  isSlim = false,
): LayerTechnique {
  const evidence = `${level}; counting rules: ${detections.length}, current playbooks: ${playbooks.length}`;
  return {
    techniqueID: technique,
    enabled: false,
    comment: scopeReason(scope) ?? '',
    ...(!isSlim && level !== 'none' && { metadata: [{ name: 'Level it would have', value: evidence }] }),
    ...techniqueLink(technique, config),
  };
}
