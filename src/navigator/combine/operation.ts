export const OPERATIONS = ['subtract', 'sum', 'max', 'min', 'average'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** One layer's part in a result; `score` is absent where the layer has none. */
export interface Term {
  /** Name of the layer. */
  layer: string;
  score?: number;
  isDisabled: boolean;
}

export type Outcome =
  { isDisabled: true; comment: string } | { isDisabled: false; score: number; comment: string };

/**
 * Computes one technique. A layer that says nothing of it counts as 0 in a sum and a difference, and is passed over by
 * the others; so is one that has it disabled. Of a difference it makes no sense when either side is disabled: neither
 * does what is left of it, so the result is disabled too. Undefined when no layer has a score.
 *
 * @param terms In the order of the layers; at least one.
 */
export function compute(operation: Operation, terms: readonly Term[]): Outcome | undefined {
  const disabled = terms.filter(({ isDisabled }) => isDisabled);
  const scored = terms.filter(({ isDisabled, score }) => !isDisabled && score !== undefined);
  if (disabled.length > 0 && (scored.length === 0 || operation === 'subtract'))
    return { isDisabled: true, comment: `Disabled in ${quoted(disabled)}.` };
  if (scored.length === 0) return undefined;
  const countsNothing = operation === 'subtract' || operation === 'sum';
  const values = (countsNothing ? terms : scored).map(({ isDisabled, score }) =>
    isDisabled ? 0 : (score ?? 0),
  );
  const silent = terms.filter(({ isDisabled, score }) => !isDisabled && score === undefined);
  const why = [
    ...(silent.length > 0 ? [`no score in ${quoted(silent)}`] : []),
    ...(disabled.length > 0 ? [`disabled in ${quoted(disabled)}`] : []),
  ];
  const without = why.length > 0 ? ` (${why.join(', ')})` : '';
  return {
    isDisabled: false,
    score: rounded(RESULTS[operation](values)),
    comment: `${WORDS[operation](values.map(shown))}${without}`,
  };
}

const RESULTS: Record<Operation, (values: readonly number[]) => number> = {
  subtract: ([first = 0, ...others]) => others.reduce((left, value) => left - value, first),
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  average: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
};

const WORDS: Record<Operation, (values: readonly string[]) => string> = {
  subtract: (values) => values.join(' − '),
  sum: (values) => values.join(' + '),
  max: (values) => `highest of ${values.join(', ')}`,
  min: (values) => `lowest of ${values.join(', ')}`,
  average: (values) => `mean of ${values.join(', ')}`,
};

/** A number as a cell or a legend says it, with a real minus: `−32`, `2.5`. */
export function shown(value: number): string {
  const text = String(rounded(Math.abs(value)));
  return value < 0 && text !== '0' ? `−${text}` : text;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}

function quoted(terms: readonly Term[]): string {
  return terms.map(({ layer }) => `“${layer}”`).join(' and ');
}
