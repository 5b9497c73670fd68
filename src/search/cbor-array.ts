/**
 * The parts of a CBOR array (RFC 8949) as the bytes they are written in. Knows the types a search index is made of:
 * whole numbers, texts and arrays of known length.
 */
export function arrayParts(bytes: Uint8Array): Uint8Array[] {
  const { count, next } = arrayHead(bytes, 0);
  const parts: Uint8Array[] = [];
  let from = next;
  for (let index = 0; index < count; index++) {
    const to = end(bytes, from);
    parts.push(bytes.subarray(from, to));
    from = to;
  }
  return parts;
}

/** The array these parts make. */
export function joinArray(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([encodeHead(ARRAY, parts.length), ...parts]);
}

/** How many items the array has that begins there, and where the first of them does. */
export function arrayHead(bytes: Uint8Array, at: number): { count: number; next: number } {
  const { major, value, next } = head(bytes, at);
  if (major !== ARRAY) throw new Error('Unexpected CBOR, expected an array');
  return { count: value, next };
}

/** The whole number that begins there, and where what follows it does. */
export function numberAt(bytes: Uint8Array, at: number): { value: number; next: number } {
  const { major, value, next } = head(bytes, at);
  if (major > NEGATIVE) throw new Error('Unexpected CBOR, expected a number');
  return { value: major === NEGATIVE ? -1 - value : value, next };
}

/** A whole number as a part. */
export function numberPart(value: number): Uint8Array {
  return value < 0 ? encodeHead(NEGATIVE, -1 - value) : encodeHead(POSITIVE, value);
}

/** What an array of so many parts begins with. */
export function headOfArray(count: number): Uint8Array {
  return encodeHead(ARRAY, count);
}

/** The text a part is. */
export function textOf(part: Uint8Array): string {
  return Buffer.from(textBytes(part)).toString('utf8');
}

/** The text a part is, in UTF-8. */
export function textBytes(part: Uint8Array): Uint8Array {
  const { major, value, next } = head(part, 0);
  if (major !== TEXT) throw new Error('Unexpected CBOR, expected a text');
  return part.subarray(next, next + value);
}

/** A text as a part. */
export function textPart(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([textHead(bytes.length), bytes]);
}

/** What a text of so many bytes begins with. */
export function textHead(bytes: number): Uint8Array {
  return encodeHead(TEXT, bytes);
}

const POSITIVE = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;
/** Bytes of the number that follows the first byte, by what stands in its lower bits. */
const WIDTHS: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4 };

function head(bytes: Uint8Array, at: number): { major: number; value: number; next: number } {
  const first = bytes[at] ?? 0;
  const low = first & 31;
  const major = first >> 5;
  if (low < 24) return { major, value: low, next: at + 1 };
  const width = WIDTHS[low];
  if (width === undefined) throw new Error('Unexpected CBOR, expected a known length');
  let value = 0;
  for (let index = 1; index <= width; index++) value = value * 256 + (bytes[at + index] ?? 0);
  return { major, value, next: at + 1 + width };
}

/** Where the item that starts there ends. */
export function end(bytes: Uint8Array, at: number): number {
  const { major, value, next } = head(bytes, at);
  if (major <= NEGATIVE) return next;
  if (major === TEXT) return next + value;
  if (major !== ARRAY) throw new Error('Unexpected CBOR, expected numbers, texts and arrays');
  let position = next;
  for (let index = 0; index < value; index++) position = end(bytes, position);
  return position;
}

function encodeHead(major: number, value: number): Uint8Array {
  if (value < 24) return Uint8Array.of((major << 5) | value);
  const [low, width] = value < 256 ? [24, 1] : value < 65536 ? [25, 2] : [26, 4];
  const bytes = Buffer.alloc(1 + width);
  bytes[0] = (major << 5) | low;
  bytes.writeUIntBE(value, 1, width);
  return bytes;
}
