import type { Share } from './paint.ts';

/** `3/7`; a dash where there is nothing to have a share of. */
export function shareText({ part, whole }: Share): string {
  return whole === 0 ? '–' : `${part}/${whole}`;
}
