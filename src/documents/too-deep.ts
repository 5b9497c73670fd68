/** Nothing nested deeper than this was written by a person; js-yaml has the same limit. */
const MAX_DEPTH = 100;

/** Why a document is not read whose data is nested too deep. */
export const TOO_DEEP = `nested more than ${MAX_DEPTH} levels deep`;

/** Whether data is nested deeper than anything that follows it into its depth can count on. */
export function isTooDeep(data: unknown, levels = MAX_DEPTH): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return levels === 0 || Object.values(data).some((inner) => isTooDeep(inner, levels - 1));
}
