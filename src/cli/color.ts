import type { Io } from './io.ts';

/** Whether whoever reads standard output sees ANSI colours. */
export function hasColor({ stdout, env }: Pick<Io, 'stdout' | 'env'>): boolean {
  return stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
