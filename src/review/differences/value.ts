import type { Difference } from '../difference.ts';

/** How a value differs; nothing where it does not. Numbers are said as they are. */
export function valueDifference(
  name: string,
  before: string | number | undefined,
  after: string | number | undefined,
): Difference[] {
  if (before === after) return [];
  return [
    {
      kind: 'value',
      name,
      ...(before !== undefined && { before: String(before) }),
      ...(after !== undefined && { after: String(after) }),
    },
  ];
}
