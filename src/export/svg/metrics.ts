/** Sizes that follow from the size of the font. */
export function metrics(fontSize: number): { line: number; padX: number; padY: number; indent: number } {
  return { line: fontSize * 1.15, padX: fontSize * 0.45, padY: fontSize * 0.28, indent: fontSize * 0.9 };
}
