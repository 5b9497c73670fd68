/** What a file is to hold. A text may be made when it is written, so that not all are held at once. */
export type Content = string | Uint8Array | (() => string);

export function dataOf(content: Content): string | Uint8Array {
  return typeof content === 'function' ? content() : content;
}
