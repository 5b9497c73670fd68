import type { Content } from './content.ts';

/** Bytes a UTF-16 unit takes at most in UTF-8. */
const MOST_BYTES = 3;

/**
 * Makes bytes of texts, each time in the same stretch of memory: fetching as much from the system for each of a
 * thousand files took longer than the encoding.
 */
export class Encoder {
  #room: Buffer = Buffer.allocUnsafeSlow(1024 * 1024);

  /** @returns UTF-8; good until the next call. */
  encode(content: Content): Uint8Array {
    if (content instanceof Uint8Array) return content;
    let end = 0;
    for (const piece of typeof content === 'string' ? [content] : content()) {
      this.#makeRoom(end, piece.length * MOST_BYTES);
      end += this.#room.write(piece, end);
    }
    return this.#room.subarray(0, end);
  }

  #makeRoom(used: number, more: number): void {
    if (used + more <= this.#room.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#room.length, used + more));
    larger.set(this.#room.subarray(0, used));
    this.#room = larger;
  }
}
