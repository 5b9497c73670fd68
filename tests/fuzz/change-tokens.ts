import { PIECES } from './pieces.ts';
import { pickOf, type Step } from './step.ts';

/** A stretch of a text. */
interface Token {
  start: number;
  end: number;
}

type Change = (token: string, step: Step, text: string) => string;

const LONG = 20_000;

const CHANGES: readonly [Change, ...Change[]] = [
  // Another value.
  (_token, { pick }) => pickOf(PIECES, pick),
  // Nothing at all.
  () => '',
  // Twice, and many times.
  (token) => `${token} ${token}`,
  (token, { pick }) => token.repeat(1 + (pick % 50)),
  // Very long, of one character, of blanks, of its own pieces.
  (token) => token + token.slice(0, 1).repeat(LONG),
  (token) => token + ' '.repeat(LONG),
  (token, { pick }) => token + `${pickOf(PIECES, pick)}${token.slice(0, 8)}`.repeat(400),
  // In other letters.
  (token) => token.toUpperCase(),
  (token) => token.normalize('NFD').replaceAll('i', 'İ'),
  // A number of another size.
  (token) => token.replaceAll(/\d+/g, (digits) => `${digits}${'0'.repeat(30)}`),
  (token) => token.replaceAll(/\d+/g, '-1'),
  // Quoted.
  (token) => JSON.stringify(token),
];

/** A text with one word, number, mark or line of it changed. */
export function changeTokens(text: string, step: Step): string {
  const token = tokenAt(text, step);
  const change = pickOf(CHANGES, step.kind);
  return (
    text.slice(0, token.start) +
    change(text.slice(token.start, token.end), step, text) +
    text.slice(token.end)
  );
}

/** The word or mark at a place, or the whole line where the step is a large one. */
function tokenAt(text: string, { at, size }: Step): Token {
  const place = Math.floor(at * text.length);
  if (size > 60) {
    const end = text.indexOf('\n', place);
    return { start: text.lastIndexOf('\n', place - 1) + 1, end: end === -1 ? text.length : end };
  }
  const token = /[\p{Letter}\p{Number}_.-]+|[^\p{Letter}\p{Number}\s]|\s+/uy;
  let start = place;
  while (start > 0 && place - start < 100 && /[\p{Letter}\p{Number}_.-]/u.test(text.charAt(start - 1)))
    start -= 1;
  token.lastIndex = start;
  return { start, end: start + (token.exec(text)?.[0].length ?? 0) };
}
