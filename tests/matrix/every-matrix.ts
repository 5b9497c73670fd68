import { actorCoverages } from '../../src/coverage/actors.ts';
import { buildMatrixData } from '../../src/matrix/build-matrix-data.ts';
import { openMatrix, type Matrix } from '../../src/matrix/matrix.ts';
import { everyLayer, type EveryLayer } from '../navigator/every-layer.ts';

/** The matrix of a workspace with cells of every kind in every view, as its page reads it from its file. */
export function everyMatrix(): EveryLayer & { matrix: Matrix } {
  const every = everyLayer('enterprise', '19.1');
  const actors = actorCoverages(every.workspace, every.coverage);
  const data = buildMatrixData({ ...every, actors }, 'enterprise');
  return { ...every, matrix: openMatrix(JSON.parse(JSON.stringify(data)) as typeof data) };
}
