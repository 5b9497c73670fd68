/**
 * The parts of a CBOR array (RFC 8949) as the bytes they are written in. Knows the types a search index is made of:
 * whole numbers, texts and arrays of known length.
 */
export function arrayParts(bytes: Uint8Array): Uint8Array[] {
  const { major, value, next } = head(bytes, 0);
  if (major !== ARRAY) throw new Error('Unexpected CBOR, expected an array');
  const parts: Uint8Array[] = [];
  let from = next;
  for (let index = 0; index < value; index++) {
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

/** The text a part is. */
export function textOf(part: Uint8Array): string {
  const { major, value, next } = head(part, 0);
  if (major !== TEXT) throw new Error('Unexpected CBOR, expected a text');
  return Buffer.from(part.subarray(next, next + value)).toString('utf8');
}

/** A text as a part. */
export function textPart(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([encodeHead(TEXT, bytes.length), bytes]);
}

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
  return {
    major,
    value: Buffer.from(bytes.subarray(at + 1, at + 1 + width)).readUIntBE(0, width),
    next: at + 1 + width,
  };
}

/** Where the item that starts there ends. */
function end(bytes: Uint8Array, at: number): number {
  const { major, value, next } = head(bytes, at);
  if (major < 2) return next;
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
