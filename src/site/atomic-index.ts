import { indexAtomics, type AtomicIndex } from '../coverage/atomics.ts';
import { allResults } from '../coverage/results.ts';
import { siteModel, type SiteModel } from './model.ts';

const built = new WeakMap<SiteModel, AtomicIndex>();

/** The catalogue of tests with the results that name them, made once. */
export function atomicIndex(): AtomicIndex {
  const model = siteModel();
  let index = built.get(model);
  if (!index) built.set(model, (index = indexAtomics(model.workspace, allResults(model.workspace))));
  return index;
}
