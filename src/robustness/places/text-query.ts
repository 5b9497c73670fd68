import type { DecidingPart } from '../judgement.ts';
import type { Place } from './place.ts';

/** Finds conditions of a query in the text of the file that holds it, whatever that file does to quotes and line breaks. */
export function findInText(
  text: string,
  query: string | undefined,
  parts: readonly DecidingPart[],
): (Place | undefined)[] {
  const beginning = query === undefined ? undefined : asWritten(query.trim().slice(0, 80))?.exec(text);
  const from = beginning?.index ?? 0;
  return parts.map(({ field, written }) => {
    // Alternatives that were written one by one are told by the first of them; long ones are cut.
    const first = written.replace(/ … \(\d+ values\)$|…$/, '');
    const found = asWritten(first)?.exec(text.slice(from)) ?? listOf(field, first)?.exec(text.slice(from));
    return found ? { start: from + found.index, end: from + found.index + found[0].length } : undefined;
  });
}

/** `process.name:("a" or "b")`, which is told as `process.name:"a"`. */
function listOf(field: string, first: string): RegExp | undefined {
  if (field === '' || !first.startsWith(field)) return undefined;
  const [operator = '', value = ''] = /^(\s*[:=~!]*\s*)(.*)/s.exec(first.slice(field.length))?.slice(1) ?? [];
  const [name, sign, item] = [field, operator, value].map((part) => asWritten(part)?.source);
  if (name === undefined || sign === undefined || item === undefined) return undefined;
  return new RegExp(`${name}\\s*${sign}\\s*\\((?:[^()]{0,400}\\s)?${item}[^()]{0,4000}\\)`, 'u');
}

/** A pattern of a text with any white space, quoted or escaped as JSON, YAML, TOML and XML do. */
function asWritten(text: string): RegExp | undefined {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const patterns = words.map((word) => word.replaceAll(SPECIAL, anyForm));
  return new RegExp(patterns.join('(?:\\s|\\\\[nrt])+'), 'u');
}

const SPECIAL = /[.*+?^${}()|[\]"'\\<>&]/g;

function anyForm(character: string): string {
  return FORMS[character] ?? `\\${character}`;
}

const FORMS: Record<string, string> = {
  '"': '(?:\\\\?"|&quot;)',
  "'": "(?:''?|&apos;)",
  '\\': '\\\\{1,2}',
  '<': '(?:<|&lt;)',
  '>': '(?:>|&gt;)',
  '&': '(?:&amp;|&)',
};
