import { linesOf } from '../../documents/text.ts';

/**
 * The original text of one top-level key of a YAML document: its own line, everything indented under it, comments
 * included. Rules are shown as they were written: parsed and written again, they would lose comments, quoting,
 * hexadecimal numbers and the order of keys.
 *
 * @returns undefined when the key is not written as a line of its own (a document in flow style).
 */
export function sourceOfKey(
  text: string,
  lines: { from: number; to: number },
  key: string,
): string | undefined {
  const all = linesOf(text, lines).split('\n');
  const start = all.findIndex((line) => line.includes(key) && keyAt(line, key) !== undefined);
  const indent = start === -1 ? undefined : keyAt(all[start] ?? '', key);
  if (indent === undefined || all.some((line) => isContent(line) && indentOf(line) < indent))
    return undefined;
  let end = start + 1;
  for (let at = start + 1; at < all.length; at += 1) {
    const line = all[at] ?? '';
    if (!isContent(line)) continue;
    // A list may stand at the indentation of its key.
    if (indentOf(line) < indent || (indentOf(line) === indent && !/^\s*-(?:\s|$)/.test(line))) break;
    end = at + 1;
  }
  return all.slice(start, end).join('\n').replaceAll('\r', '');
}

function keyAt(line: string, key: string): number | undefined {
  const match = /^( *)(?:([\w-]+)|"([\w-]+)"|'([\w-]+)')[ \t]*:(?:\s|$)/.exec(line);
  return match && (match[2] ?? match[3] ?? match[4]) === key ? (match[1] ?? '').length : undefined;
}

function isContent(line: string): boolean {
  return !/^\s*(?:#|$)/.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
