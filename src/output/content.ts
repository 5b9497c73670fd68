/** What a file is to hold. A text may be made when it is written, so that not all are held at once. */
export type Content = string | Uint8Array | (() => string);

export function bytesOf(content: Content): Uint8Array {
  if (typeof content === 'function') return bytesOf(content());
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}
