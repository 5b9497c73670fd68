import type { FieldClass, FieldDictionary } from '../field-class.ts';

/** A dictionary out of the names of each class, parted by space; names in lower case. */
export function dictionaryOf(names: Readonly<Partial<Record<FieldClass, string>>>): FieldDictionary {
  return new Map(
    Object.entries(names).flatMap(([fieldClass, text]) =>
      text
        .trim()
        .split(/\s+/)
        .map((name): [string, FieldClass] => [name, fieldClass as FieldClass]),
    ),
  );
}

/** The names below each of the prefixes: `underEach('process.parent', 'name executable')`. */
export function underEach(prefixes: string, names: string): string {
  return prefixes
    .split(/\s+/)
    .flatMap((prefix) => names.split(/\s+/).map((name) => `${prefix}.${name}`))
    .join(' ');
}
