/**
 * What no page of a person reaches, and what takes a Markdown parser minutes when a file goes far beyond: its time
 * grows with the square of the marks in a paragraph and of the depth of lists.
 */
const MAX_PROSE = 200_000;
const MAX_BLOCK = 20_000;
const MAX_MARKS = 1000;
const DEEP = /^[ \t>*+\-\d.)]{100}/;

const FENCE = /^[ \t>]*(`{3,}|~{3,})/;

/** A text of the same length with blanks for the paragraphs, tables and lines outside of code that pass the limits. */
export function withinLimits(text: string): string {
  const lines = text.split('\n');
  let fence: string | undefined;
  let block = { from: 0, length: 0, marks: 0 };
  let prose = 0;
  const close = (until: number): void => {
    prose += block.length;
    if (block.length > MAX_BLOCK || block.marks > MAX_MARKS || prose > MAX_PROSE) {
      for (let at = block.from; at < until; at += 1) lines[at] = blank(lines[at] ?? '');
    }
    block = { from: until + 1, length: 0, marks: 0 };
  };
  for (const [at, line] of lines.entries()) {
    const run = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (run?.startsWith(fence) && line.trim().endsWith(run)) {
        fence = undefined;
        block.from = at + 1;
      }
    } else if (run !== undefined) {
      close(at);
      fence = run;
    } else if (line.trim() === '') {
      close(at);
    } else {
      if (DEEP.test(line)) lines[at] = blank(line);
      block.length += line.length;
      block.marks += marksIn(line);
    }
  }
  if (fence === undefined) close(lines.length);
  return lines.join('\n');
}

function blank(line: string): string {
  return ' '.repeat(line.length);
}

function marksIn(line: string): number {
  return line.match(/[*_~[\]<`]/g)?.length ?? 0;
}
