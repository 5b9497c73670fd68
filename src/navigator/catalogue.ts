import type { LayerDefinition, LayerFamily, LayerInput } from './layer-definition.ts';
import { actorLayers } from './layers/actor.ts';
import { actorsMinusCoverageLayer } from './layers/actors-minus-coverage.ts';
import { actorsProfileLayer } from './layers/actors-profile.ts';
import { changeYearLayer } from './layers/change-year.ts';
import { claimedLayer } from './layers/claimed.ts';
import { claimedMinusProvenLayer } from './layers/claimed-minus-proven.ts';
import { coverageLayer } from './layers/coverage.ts';
import { detectionMinusVisibilityLayer } from './layers/detection-minus-visibility.ts';
import { freshnessLayer } from './layers/freshness.ts';
import { gapsLayer } from './layers/gaps.ts';
import { huntsLayer } from './layers/hunts.ts';
import { platformLayers } from './layers/platform.ts';
import { relevanceLayers } from './layers/relevance.ts';
import { robustnessLayer } from './layers/robustness.ts';
import { rulesCountLayer } from './layers/rules-count.ts';
import { sourceLayers } from './layers/source.ts';
import { testedProvenLayer } from './layers/tested-proven.ts';
import { visibilityLayer } from './layers/visibility.ts';
import { visibilityMinusDetectionLayer } from './layers/visibility-minus-detection.ts';

/** Every layer and every family of layers, in the order people read them. */
const CATALOGUE: readonly (LayerDefinition | LayerFamily)[] = [
  coverageLayer,
  claimedLayer,
  testedProvenLayer,
  huntsLayer,
  gapsLayer,
  rulesCountLayer,
  robustnessLayer,
  freshnessLayer,
  visibilityLayer,
  relevanceLayers,
  actorsProfileLayer,
  actorsMinusCoverageLayer,
  claimedMinusProvenLayer,
  visibilityMinusDetectionLayer,
  detectionMinusVisibilityLayer,
  changeYearLayer,
  sourceLayers,
  platformLayers,
  actorLayers,
];

/** The layers there are for one domain of a workspace. */
export function definitionsFor(input: LayerInput): LayerDefinition[] {
  return CATALOGUE.flatMap((entry) => (typeof entry === 'function' ? entry(input) : entry));
}
