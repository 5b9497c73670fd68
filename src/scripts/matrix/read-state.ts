import { MATRIX_DEFAULTS, type MatrixState } from '../../matrix/matrix-state.ts';
import { readAddress } from '../address.ts';

/** What the address asks for. */
export function readState(): MatrixState {
  return readAddress(MATRIX_DEFAULTS) as MatrixState;
}

/** Whether a state is drawn as the page comes, but for what is unfolded. */
export function isPlain(state: MatrixState): boolean {
  return Object.entries(MATRIX_DEFAULTS).every(
    ([name, value]) => name === 'unfold' || state[name as keyof MatrixState] === value,
  );
}
