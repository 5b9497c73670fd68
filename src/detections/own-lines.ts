import type { Detection } from './detection.ts';

/** The lines of its file a rule stands in. */
export function ownLines(file: string, { lines }: Pick<Detection, 'lines'>): string {
  return file
    .split(/\r?\n/)
    .slice(lines.from - 1, lines.to)
    .join('\n')
    .trimEnd();
}
