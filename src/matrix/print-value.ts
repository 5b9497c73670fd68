import type { MatrixClass, MatrixView } from './matrix-data.ts';

/** What stands in a cell: `82`, `12d`, `+30`, `?`. */
export function printValue(
  { print }: Pick<MatrixView, 'print'>,
  { print: word }: MatrixClass,
  value: number | null,
): string {
  return word ?? (value === null ? '' : filled(print, value));
}

/** The same in words, for a cell's name: `proven, score 82`. */
export function valueWords(
  { unit }: Pick<MatrixView, 'unit'>,
  { word }: MatrixClass,
  value: number | null,
): string {
  const number = value === null ? '' : filled(unit[value === 1 ? 0 : 1], value);
  return [word ?? '', number].filter((part) => part !== '').join(', ');
}

function filled(template: string, value: number): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return template.includes('±')
    ? template.replace('±#', `${sign}${Math.abs(value)}`)
    : template.replace('#', String(value));
}
