import type { Domain } from '../attack/domain.ts';
import { buildMatrixData } from '../matrix/build-matrix-data.ts';
import type { MatrixData } from '../matrix/matrix-data.ts';
import { siteModel, type SiteModel } from './model.ts';

const built = new WeakMap<SiteModel, Map<Domain, MatrixData>>();

/** What the matrix of a domain can show, made once for its page and its file. */
export function matrixData(domain: Domain): MatrixData {
  const model = siteModel();
  let known = built.get(model);
  if (!known) built.set(model, (known = new Map<Domain, MatrixData>()));
  let data = known.get(domain);
  if (!data) known.set(domain, (data = buildMatrixData(model, domain)));
  return data;
}
