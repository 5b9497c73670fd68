/** The beginning of a text with an ellipsis where it is longer than `most` characters. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  // By code points, so that no character is cut in half.
  return `${Array.from(text.slice(0, most)).slice(0, -1).join('').trimEnd()}…`;
}
