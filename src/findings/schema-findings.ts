import type { z } from 'zod';
import type { Pointer } from '../mapping/mapping.ts';
import type { FileFinding, Range } from './finding.ts';
import { describeIssue, flattenIssues, type SchemaIssue } from './schema-issue.ts';

/** What a schema made of a value: everything sound in it, and what was wrong with the rest. */
export interface LenientResult<T> {
  value: Partial<T>;
  issues: SchemaIssue[];
}

/** Pruning goes at most this deep: from a wrong leaf up to its top-level key. */
const MAX_PASSES = 12;

/**
 * Reads a map by a schema and keeps what is sound: a wrong list item or field is left out, and never takes its
 * neighbours with it. Defaults are filled in; a required key that is missing or wrong is missing from `value`.
 *
 * @param schema An object schema without refinements of its own.
 */
export function readLeniently<S extends z.ZodObject>(schema: S, data: unknown): LenientResult<z.output<S>> {
  const stated = withoutEmpty(data);
  const strict = schema.safeParse(stated);
  if (strict.success) return { value: strict.data, issues: [] };
  const issues = flattenIssues(strict.error.issues, stated, schema);
  const partial = schema.partial();
  let rest: unknown = structuredClone(stated);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const result = partial.safeParse(rest);
    if (result.success) return { value: result.data as Partial<z.output<S>>, issues };
    const wrong = flattenIssues(result.error.issues, rest, schema);
    if (wrong.some(({ path }) => path.length === 0)) break;
    rest = prune(rest, wrong);
  }
  return { value: {}, issues };
}

/** A key without a value (`owner:`) is as good as none: templates are full of them. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutEmpty(inner)]),
  );
}

/** Removes what the issues point at; where nothing stands there (a missing key), what it is missing from. */
function prune(data: unknown, issues: readonly SchemaIssue[]): unknown {
  const paths = issues.map(({ path, isMissing }) => (isMissing ? path.slice(0, -1) : path));
  // Later list items go first, so that the indexes of the others stay true.
  const inReverse = [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()]
    .sort(comparePaths)
    .reverse();
  for (const path of inReverse) remove(data, path);
  return data;
}

function comparePaths(a: Pointer, b: Pointer): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [left, right] = [a[index], b[index]];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return a.length - b.length;
}

function remove(data: unknown, path: Pointer): void {
  const key = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>(step, data);
  if (Array.isArray(parent) && typeof key === 'number') parent.splice(key, 1);
  else if (isMap(parent) && key !== undefined) Reflect.deleteProperty(parent, key);
}

function step(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Issues as findings: `<room>/unknown-field` (warning) for a key nobody knows, `<room>/invalid-field` (error) for
 * the rest.
 *
 * @param room First half of the rule ids: `playbook`, `exercise`, `threats`.
 */
export function schemaFindings(
  room: string,
  issues: readonly SchemaIssue[],
  locate: (pointer: Pointer) => Range | undefined,
): FileFinding[] {
  return issues.map((issue) => {
    const range = locate(issue.path) ?? locate(issue.path.slice(0, -1));
    return {
      rule: `${room}/${issue.isUnknownKey ? 'unknown-field' : 'invalid-field'}`,
      severity: issue.isUnknownKey ? 'warning' : 'error',
      ...describeIssue(issue),
      ...(range && { range }),
    };
  });
}
