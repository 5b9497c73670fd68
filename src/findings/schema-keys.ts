import { z } from 'zod';
import type { Pointer } from '../mapping/mapping.ts';

/** Keys a schema knows in the map a path leads to; none where the path leads to no map of fixed keys. */
export function keysAt(schema: z.core.$ZodType, path: Pointer): string[] {
  const map = schemaAt(schema, path);
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}

/** The format a text must have where a path leads: `date`, `url`; undefined for any other value. */
export function formatAt(schema: z.core.$ZodType, path: Pointer): string | undefined {
  const text = schemaAt(schema, path);
  return text instanceof z.ZodStringFormat ? text.def.format : undefined;
}

function schemaAt(schema: z.core.$ZodType, path: Pointer): z.core.$ZodType | undefined {
  let place = unwrap(schema);
  for (const key of path) {
    const next: z.core.$ZodType | undefined =
      place instanceof z.ZodObject
        ? (place.shape[key] as z.core.$ZodType | undefined)
        : place instanceof z.ZodArray
          ? place.element
          : undefined;
    if (!next) return undefined;
    place = unwrap(next);
  }
  return place;
}

/** The schema of the value as written, under defaults and transformations; of a union, the list or the map. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return unwrap(schema.def.innerType);
  }
  if (schema instanceof z.ZodPipe) return unwrap(schema.def.in);
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map(unwrap);
    return options.find((option) => option instanceof z.ZodArray || option instanceof z.ZodObject) ?? schema;
  }
  return schema;
}
