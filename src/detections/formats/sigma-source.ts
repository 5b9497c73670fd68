import { linesOf } from '../../documents/text.ts';

/**
 * The original text of one top-level key of a YAML document: its own line, everything indented under it, comments
 * included. Rules are shown as they were written: parsed and written again, they would lose comments, quoting,
 * hexadecimal numbers and the order of keys.
 *
 * @param lines The document's lines in the file.
 * @param key A name of word characters.
 * @returns undefined when the key is not written at the start of a line (a document in flow style).
 */
export function sourceOfKey(
  text: string,
  lines: { from: number; to: number },
  key: string,
): string | undefined {
  const document = linesOf(text, lines);
  const indent = /^( *)[^\s#]/m.exec(document)?.[1]?.length ?? 0;
  const start = new RegExp(`^ {${indent}}(["']?)${key}\\1[ \\t]*:(?:\\s|$)`, 'm').exec(document)?.index;
  if (start === undefined) return undefined;
  // The next key: neither a comment nor the item of a list, which may stand at the indentation of its key.
  const next = new RegExp(`\\n {0,${indent}}(?:[^\\s#-]|-\\S)`, 'g');
  next.lastIndex = start;
  const end = next.exec(document)?.index ?? document.length;
  return withoutTrailer(document.slice(start, end), indent).replaceAll('\r', '');
}

/** Blank lines and comments at the end that are not indented under the key belong to what follows. */
function withoutTrailer(source: string, indent: number): string {
  let end = source.length;
  for (;;) {
    const lineStart = source.lastIndexOf('\n', end - 1);
    const line = source.slice(lineStart + 1, end);
    const content = line.trimStart();
    const isTrailer = content === '' || (content.startsWith('#') && line.length - content.length <= indent);
    if (lineStart === -1 || !isTrailer) return source.slice(0, end);
    end = lineStart;
  }
}
