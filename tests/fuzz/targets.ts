import type { Seeds, Target } from './target.ts';
import { bundleTarget } from './targets/bundle.ts';
import { configTarget } from './targets/config.ts';
import { markdownTargets } from './targets/markdown.ts';
import { readerTargets } from './targets/readers.ts';
import { reviewTarget } from './targets/review.ts';
import { workspaceTarget } from './targets/workspace.ts';

/** Everything that is tried with damaged and hostile input. */
export function targetsFor(seeds: Seeds): Target[] {
  return [
    ...readerTargets(seeds),
    ...markdownTargets(seeds),
    configTarget,
    bundleTarget,
    workspaceTarget(seeds),
    reviewTarget(seeds),
  ];
}
