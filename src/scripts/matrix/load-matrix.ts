import { openMatrix, type Matrix } from '../../matrix/matrix.ts';
import type { MatrixData } from '../../matrix/matrix-data.ts';

let loading: Promise<Matrix> | undefined;

/** Everything the matrix can show: fetched when it is first asked for, then kept. */
export function loadMatrix(url: string): Promise<Matrix> {
  loading ??= fetch(url)
    .then((response) => {
      if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
      return response.json() as Promise<MatrixData>;
    })
    .then(openMatrix)
    .catch((error: unknown) => {
      // The next click may find the network again.
      loading = undefined;
      throw error;
    });
  return loading;
}
