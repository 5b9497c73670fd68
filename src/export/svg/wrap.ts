import { textWidth } from './text-width.ts';

/** Where a line may end: after spaces, and after a hyphen or slash inside a word. */
const BREAKS = /(?<=\s)|(?<=[-/])(?=\w)/;

/**
 * Text in at most `most` lines of a width; what does not fit ends in an ellipsis.
 *
 * @param reserved What the first line leaves free at its end, for a number in the corner of a cell.
 */
export function wrap(text: string, size: number, width: number, most: number, reserved = 0): string[] {
  const pieces = text.trim().replaceAll(/\s+/g, ' ').split(BREAKS);
  const lines: string[] = [];
  let line = '';
  for (const [index, piece] of pieces.entries()) {
    const longer = line + piece;
    const room = width - (lines.length === 0 ? reserved : 0);
    if (textWidth(longer.trimEnd(), size) <= room) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1 && line !== '') {
      lines.push(cut(line + pieces.slice(index).join(''), size, room));
      return lines;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = piece;
    const next = width - (lines.length === 0 ? reserved : 0);
    if (textWidth(piece.trimEnd(), size) > next) {
      if (lines.length === most - 1) return [...lines, cut(pieces.slice(index).join(''), size, next)];
      lines.push(cut(piece.trimEnd(), size, next));
      line = '';
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** The beginning of a text that fits into a width, with an ellipsis where it was cut. */
export function cut(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const room = width - textWidth('…', size);
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += textWidth(character, size);
    if (used > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
