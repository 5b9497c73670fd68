import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';
import type { FalcoRule, FalcoTag } from './falco-rules.ts';

const COMPLETE = ['condition', 'output', 'desc', 'priority'];
const APPENDABLE = new Set(['condition', 'output', 'desc', 'tags', 'exceptions']);
const REPLACEABLE = new Set([...APPENDABLE, 'priority', 'enabled']);

/** What `append: true` adds to, whatever else its item has. */
const APPEND = { condition: 'append', exceptions: 'append' };

/** Whether an item changes an earlier rule of its name and is none of its own. */
export function isFalcoChange(fields: Fields): boolean {
  if (isTrue(fields['append']) || fieldsOf(fields['override'])) return true;
  return 'enabled' in fields && !COMPLETE.some((key) => key in fields);
}

/** Does to a rule what an item says that {@link isFalcoChange}. */
export function changeFalcoRule(rule: FalcoRule, fields: Fields, ordinal: number): void {
  const actions =
    fieldsOf(fields['override']) ?? (isTrue(fields['append']) ? APPEND : { enabled: 'replace' });
  for (const [key, action] of Object.entries(actions)) {
    if (!(key in fields)) continue;
    if (action === 'append' && APPENDABLE.has(key)) {
      rule.fields[key] = appended(rule.fields[key], fields[key]);
      if (key === 'tags') rule.tags.push(...falcoTags(fields, ordinal));
    } else if (action === 'replace' && REPLACEABLE.has(key)) {
      rule.fields[key] = fields[key];
      if (key === 'tags') rule.tags = falcoTags(fields, ordinal);
      if (key === 'priority') rule.priority = falcoPriority(fields, ordinal);
    }
  }
}

/** Falco puts a blank between two texts; lists follow one another. */
function appended(value: unknown, more: unknown): unknown {
  if (Array.isArray(value) || Array.isArray(more)) return [listOf(value), listOf(more)].flat();
  return [textOf(value), textOf(more)].filter((text) => text !== undefined).join(' ');
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function isTrue(value: unknown): boolean {
  return textOf(value)?.toLowerCase() === 'true';
}

/** The tags of an item with their places in the file. */
export function falcoTags(fields: Fields, ordinal: number): FalcoTag[] {
  const { tags } = fields;
  return listOf(tags).flatMap((tag, index) => {
    const written = textOf(tag);
    if (written === undefined) return [];
    return [{ written, pointer: Array.isArray(tags) ? [ordinal, 'tags', index] : [ordinal, 'tags'] }];
  });
}

export function falcoPriority(fields: Fields, ordinal: number): FalcoTag | undefined {
  const written = textOf(fields['priority']);
  return written === undefined ? undefined : { written, pointer: [ordinal, 'priority'] };
}
