/** Reading single fields of untrusted data: whatever has another shape reads as absent. */

export type Fields = Record<string, unknown>;

/** The value as a map, or undefined when it is none. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
    ? (value as Fields)
    : undefined;
}

/** The trimmed text of a string, a number or a Boolean; undefined for an empty one and for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

/** The texts of a list, or the one text of a scalar where a list is expected. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => textOf(item) ?? []);
}

/** The maps of a list, with their places in it. */
export function fieldLists(value: unknown): { fields: Fields; index: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => {
    const fields = fieldsOf(item);
    return fields ? [{ fields, index }] : [];
  });
}
