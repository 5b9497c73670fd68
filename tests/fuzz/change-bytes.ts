import { PIECES } from './pieces.ts';
import { pickOf, type Step } from './step.ts';

type Change = (bytes: Buffer, from: number, step: Step, other: Buffer) => Buffer;

const CHANGES: readonly [Change, ...Change[]] = [
  // One bit.
  (bytes, from, { pick }) => {
    const changed = Buffer.from(bytes);
    changed[from] = (changed[from] ?? 0) ^ (1 << (pick % 8));
    return changed;
  },
  // A stretch missing.
  (bytes, from, { size }) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + size)]),
  // Cut off.
  (bytes, from) => bytes.subarray(0, from),
  // The head of one file and the tail of another.
  (bytes, from, { at }, other) =>
    Buffer.concat([bytes.subarray(0, from), other.subarray(Math.floor((1 - at) * other.length))]),
  // A stretch over and over.
  (bytes, from, { size, pick }) => {
    const stretch = bytes.subarray(from, from + Math.min(size, 80));
    return Buffer.concat([
      bytes.subarray(0, from),
      ...Array<Buffer>(pick % 200).fill(stretch),
      bytes.subarray(from),
    ]);
  },
  // Something between.
  (bytes, from, { pick }) =>
    Buffer.concat([bytes.subarray(0, from), Buffer.from(pickOf(PIECES, pick)), bytes.subarray(from)]),
  // Bytes that are no text.
  (bytes, from, { pick }) =>
    Buffer.concat([
      bytes.subarray(0, from),
      Buffer.from([pick % 256, 0xed, 0xa0, 0x80]),
      bytes.subarray(from),
    ]),
  // As Windows writes it.
  (bytes) => Buffer.from(bytes.toString('utf8').replaceAll(/\r?\n/g, '\r\n')),
  // As PowerShell writes it.
  (bytes) => Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le'),
];

/** A file with one change that knows nothing of its syntax. */
export function changeBytes(bytes: Buffer, step: Step, other: Buffer): Buffer {
  return pickOf(CHANGES, step.kind)(bytes, Math.floor(step.at * bytes.length), step, other);
}
