import { techniqueIdIn } from '../attack/ids.ts';
import { textOf } from '../documents/fields.ts';
import type { MappingDraft, Pointer } from './mapping.ts';
import { declaredTechnique } from './technique-mapping.ts';

/**
 * The techniques of a field that declares them: a list of ids, or one text with some. Ids of MITRE ATLAS may stand
 * among them and are none of ATT&CK's.
 *
 * @param value As parsed; anything but texts reads as absent.
 * @param pointer Where the field stands.
 */
export function declaredTechniques(value: unknown, pointer: Pointer): MappingDraft[] {
  return writtenItems(value, pointer).flatMap(({ text, at }) =>
    isAtlasId(text) ? [] : idsOf(text).map((written) => declaredTechnique(written, at)),
  );
}

/** The texts of a list, or the one text where a list is expected, each with its place. */
export function writtenItems(value: unknown, pointer: Pointer): { text: string; at: Pointer }[] {
  const items = Array.isArray(value)
    ? value.map((item: unknown, index) => ({ text: textOf(item), at: [...pointer, index] }))
    : [{ text: textOf(value), at: pointer }];
  return items.flatMap(({ text, at }) => (text === undefined ? [] : [{ text, at }]));
}

/** Whether a text is an id of MITRE ATLAS: `AML.T0051`. */
export function isAtlasId(text: string): boolean {
  return /^AML\.T[A\d]/i.test(text);
}

/** `T1059, T1105` are two; the comma in a technique's name parts nothing. */
function idsOf(text: string): string[] {
  const pieces = text.split(/[,;]/).map((piece) => piece.trim());
  const ids = pieces.filter((piece) => piece !== '');
  return ids.length > 1 && ids.every((piece) => techniqueIdIn(piece) !== undefined) ? ids : [text];
}
