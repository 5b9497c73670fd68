/**
 * Tells of each item of a short list, and of a long one the first few, then how many more there are: a generated file
 * with one fault has it a thousand times.
 *
 * @param most How many are told one by one.
 * @param one What is told of one.
 * @param rest What is told of the others, once; `first` is the first of them.
 */
export function tellSome<T, F>(
  items: readonly T[],
  most: number,
  one: (item: T) => F,
  rest: (count: number, first: T) => F,
): F[] {
  const first = items[most];
  return [
    ...items.slice(0, most).map(one),
    ...(first === undefined ? [] : [rest(items.length - most, first)]),
  ];
}
