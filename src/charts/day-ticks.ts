/** Milliseconds of an ISO date. */
export function timeOf(date: string): number {
  return Date.parse(date.slice(0, 10));
}

/** At most so many of the values, the first and the last among them, evenly spread. */
export function spread<Value>(values: readonly Value[], most: number): Value[] {
  if (values.length <= most) return [...values];
  const step = (values.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => values[Math.round(index * step)]).filter(
    (value) => value !== undefined,
  );
}
