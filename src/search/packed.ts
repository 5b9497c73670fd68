import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Every packed file of Pagefind starts with it. */
const MARK = Buffer.from('pagefind_dcd');

/** What a packed file of Pagefind holds. */
export function unpack(content: Uint8Array): Uint8Array {
  return gunzipSync(content).subarray(MARK.length);
}

/** The packed file of what it is to hold. */
export function pack(body: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([MARK, body]), { level: 9 });
}

/** A name for a file that holds this, as Pagefind names them: by language and digest. */
export function nameOf(body: Uint8Array): string {
  return `en_${createHash('sha256').update(body).digest('hex').slice(0, 10)}`;
}
