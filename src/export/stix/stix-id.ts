import { createHash } from 'node:crypto';

/** Namespace of the names ids are made from; Coverbook's own. */
const NAMESPACE = Buffer.from('7d1f0b6e5c5b4f0a9a3e2b1c8d6f4e20', 'hex');

/**
 * A STIX id that is the same whenever it is made of the same name: UUID version 5 (RFC 9562, 5.5) in a namespace of
 * our own, as STIX 2.1 (2.9) asks for.
 *
 * @param type `indicator`
 * @param name What makes the object the one it is: the key of a rule.
 */
export function stixId<Type extends string>(type: Type, name: string): `${Type}--${string}` {
  const bytes = createHash('sha1').update(NAMESPACE).update(`${type}:${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `${type}--${parts.join('-')}`;
}
