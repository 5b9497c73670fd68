import { visible } from '../escape/visible.ts';
import type { z } from 'zod';
import type { Pointer } from '../mapping/mapping.ts';
import { nearest } from './nearest.ts';
import { formatAt, keysAt } from './schema-keys.ts';

/** One disagreement between a schema and a value, with what stands there. */
export interface SchemaIssue {
  path: Pointer;
  received: unknown;
  isMissing: boolean;
  isUnknownKey: boolean;
  /** Format the text must have, where it must have one. */
  format: string | undefined;
  issue: z.core.$ZodIssue;
  /** For an unknown key: the documented keys that are still free. */
  freeKeys: string[];
}

/**
 * Zod's issues, one for each place: unions reduced to the branch that came furthest, unknown keys each on their own.
 *
 * @param data The value the schema was held against.
 */
export function flattenIssues(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  schema: z.core.$ZodType,
): SchemaIssue[] {
  return issues.flatMap((issue) => flattenIssue(issue, [], data, schema));
}

function flattenIssue(
  issue: z.core.$ZodIssue,
  prefix: Pointer,
  data: unknown,
  schema: z.core.$ZodType,
): SchemaIssue[] {
  const path = [...prefix, ...(issue.path as Pointer)];
  if (issue.code === 'invalid_union') {
    const furthest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
    if (furthest && furthest.length > 0)
      return furthest.flatMap((inner) => flattenIssue(inner, path, data, schema));
  }
  const received = valueAt(data, path);
  if (issue.code === 'unrecognized_keys') {
    const freeKeys = keysAt(schema, path).filter((key) => !Object.hasOwn(received ?? {}, key));
    return issue.keys.map((key) => ({
      issue,
      path: [...path, key],
      received: valueAt(data, [...path, key]),
      isMissing: false,
      isUnknownKey: true,
      format: undefined,
      freeKeys,
    }));
  }
  return [
    {
      issue,
      path,
      received,
      isMissing: received === undefined,
      isUnknownKey: false,
      format: formatAt(schema, path),
      freeKeys: [],
    },
  ];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

function valueAt(data: unknown, path: Pointer): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** An issue in words: what stands where, what was expected, and the nearest valid value where there is one. */
export function describeIssue(problem: SchemaIssue): { message: string; hint?: string } {
  const { path, received, isMissing, isUnknownKey, format, issue, freeKeys } = problem;
  const place = printPath(path);
  if (isUnknownKey) {
    const near = nearest(String(path.at(-1)), freeKeys);
    return {
      message: `Unexpected key \`${visible(place)}\`, expected only documented ones`,
      hint:
        near === undefined
          ? 'Remove it, or move the text into the body or the notes.'
          : `Did you mean \`${near}\`?`,
    };
  }
  const expected = FORMAT_NAMES[format ?? ''] ?? expectation(issue);
  const message = isMissing
    ? `Missing \`${place}\`, expected ${expected}`
    : `Unexpected ${printValue(received)} at \`${place}\`, expected ${expected}`;
  const near =
    issue.code === 'invalid_value' && typeof received === 'string'
      ? nearest(received, issue.values.map(String))
      : undefined;
  return near === undefined ? { message } : { message, hint: `Did you mean \`${near}\`?` };
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'invalid_format':
      return lowerFirst(issue.message.replace(/^Expected /, ''));
    case 'too_small':
      if (issue.origin === 'string') return 'some text';
      if (issue.origin === 'array') return `at least ${issue.minimum} in the list`;
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
    default:
      return lowerFirst(issue.message.replace(/^Expected /, ''));
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of keys and values',
};

const FORMAT_NAMES: Record<string, string> = {
  date: 'a date such as `2026-05-31`',
  url: 'an `http://` or `https://` address',
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** `['runs', 1, 'outcome']` → `runs[1].outcome` */
function printPath(path: Pointer): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}

function printValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'object') return 'a map';
  const text = (typeof value === 'string' ? value : JSON.stringify(value))
    .replaceAll('`', "'")
    .replace(/\s+/g, ' ');
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}
