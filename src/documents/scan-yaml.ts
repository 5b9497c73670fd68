import type { Range } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';

/** A plain scalar that cannot be anything else: no quotes, no indicators, no comment. */
const PLAIN = /^[\w./][\w./-]*$/;

/** A key that may stand in an expression: none is taken that is as long as a text. */
const NAME = /^\w{1,100}$/;

/** Items are counted from the first; in lists longer than any person's, one parse is cheaper than counting each. */
const MAX_ITEM = 200;

/**
 * Finds a top-level scalar (`['status']`) or an item of a top-level block list (`['tags', 2]`) by looking at
 * lines alone: most findings point there, and a full parse with positions costs a hundred times as much.
 * Answers only where no other reading is possible, and leaves everything else to the parser.
 *
 * @returns The same range as the parser, or undefined when the text is not that plain.
 */
export function scanYaml(text: string, pointer: Pointer): Range | undefined {
  const [key, item] = pointer;
  if (typeof key !== 'string' || !NAME.test(key) || pointer.length > 2) return undefined;
  if (typeof item === 'number' && item > MAX_ITEM) return undefined;
  if (/^(?:---|\.\.\.|%)/m.test(text) || text.includes('\r')) return undefined;
  const heads = [...text.matchAll(new RegExp(`^${key}:[ ]*`, 'gm'))];
  const head = heads[0];
  if (!head || heads.length > 1) return undefined;
  const line = lineAt(text, head.index);
  if (pointer.length === 1) return plainRange(text, line, head.index, head.index + head[0].length);
  return typeof item === 'number' ? itemRange(text, line, head.index, head[0].length, item) : undefined;
}

function itemRange(
  text: string,
  headLine: number,
  start: number,
  headLength: number,
  item: number,
): Range | undefined {
  let lineStart = endOfLine(text, start) + 1;
  if (lineStart - 1 !== start + headLength) return undefined;
  let indent: string | undefined;
  for (let index = 0; index <= item; index += 1) {
    const dash = /^( *)- +/.exec(text.slice(lineStart, endOfLine(text, lineStart)));
    if (!dash || (indent !== undefined && dash[1] !== indent)) return undefined;
    indent = dash[1];
    const range = plainRange(text, headLine + index + 1, lineStart, lineStart + dash[0].length);
    if (!range || index === item) return range;
    lineStart = endOfLine(text, lineStart) + 1;
  }
  return undefined;
}

/** The rest of a line as a range, when it is one plain scalar and the next line cannot continue it. */
function plainRange(text: string, line: number, lineStart: number, valueStart: number): Range | undefined {
  const end = endOfLine(text, valueStart);
  if (!PLAIN.test(text.slice(valueStart, end))) return undefined;
  const next = text.slice(end + 1, endOfLine(text, end + 1));
  if (!/^(?:\w+:| *- |$)/.test(next)) return undefined;
  const column = valueStart - lineStart + 1;
  return { line, column, endLine: line, endColumn: column + end - valueStart };
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
