/** A stretch of a comment without its marks, and the offset it begins at. */
export interface CommentText {
  text: string;
  start: number;
}

/** The comment a text opens with. */
export interface CommentHead {
  /** Lines under no label, in order; rules and empty lines are left out. */
  plain: CommentText[];
  /** What stands under a label, a line or a list item each. */
  labelled: ReadonlyMap<string, readonly CommentText[]>;
  /** Where the comment ends and everything else begins. */
  end: number;
}

const LABEL = /^([a-z][\w &()/-]{0,39}?)[ \t]*:(?!\/\/)/i;
const BULLET = /^[*•+-][ \t]*/;
const MARKS = { '//': /^[ \t]*\/\/+/, '--': /^[ \t]*--+/ };

/**
 * Reads the line comments at the top of a query: `-- platform: linux`, `// Author: somebody`, lists under a label.
 *
 * @param labels How a label may be spelt (lower case) → what it is called in `labelled`; any other is plain text.
 */
export function commentHead(
  text: string,
  mark: keyof typeof MARKS,
  labels: ReadonlyMap<string, string>,
): CommentHead {
  const plain: CommentText[] = [];
  const labelled = new Map<string, CommentText[]>();
  let open: { name: string; indent: number; runsOn: boolean } | undefined;
  let at = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const line = text.slice(at, lineEnd);
    const marked = MARKS[mark].exec(line)?.[0];
    if (marked === undefined && line.trim() !== '') break;
    const body = line.slice(marked?.length ?? 0);
    const indent = body.length - body.trimStart().length;
    const comment = { text: body.trim(), start: at + (marked?.length ?? 0) + indent };
    const label = labelIn(comment, labels);
    if (!/[\p{L}\p{N}]/u.test(comment.text)) open = undefined;
    else if (label) {
      const entries = labelled.get(label.name) ?? [];
      labelled.set(label.name, entries);
      if (label.value.text !== '') entries.push(label.value);
      open = { name: label.name, indent, runsOn: label.name === 'description' || label.value.text === '' };
    } else if (open && (open.runsOn || indent > open.indent || BULLET.test(comment.text)))
      labelled.get(open.name)?.push(without(BULLET, comment));
    else {
      open = undefined;
      plain.push(comment);
    }
    at = lineEnd + 1;
  }
  return { plain, labelled, end: Math.min(at, text.length) };
}

function labelIn(
  comment: CommentText,
  labels: ReadonlyMap<string, string>,
): { name: string; value: CommentText } | undefined {
  const written = LABEL.exec(comment.text)?.[1];
  const name = labels.get(written?.toLowerCase().replaceAll('_', ' ') ?? '');
  return name === undefined ? undefined : { name, value: without(/^[^:]*:[ \t]*/, comment) };
}

function without(start: RegExp, { text, start: offset }: CommentText): CommentText {
  const length = start.exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), start: offset + length };
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}
