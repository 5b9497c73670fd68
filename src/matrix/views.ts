import type { LayerView } from './layer-view.ts';
import { freshnessView } from './views/freshness.ts';
import { gapView } from './views/gap.ts';
import { huntsView } from './views/hunts.ts';
import { proofView } from './views/proof.ts';
import { relevanceView } from './views/relevance.ts';
import { robustnessView } from './views/robustness.ts';
import { rulesView } from './views/rules.ts';
import { visibilityView } from './views/visibility.ts';

/** The views that paint a layer, in the order of their tabs. */
export const LAYER_VIEWS: readonly LayerView[] = [
  rulesView,
  huntsView,
  proofView,
  robustnessView,
  freshnessView,
  visibilityView,
  relevanceView,
  gapView,
];
