/**
 * A piece of a YARA-L rule. Offsets count UTF-16 code units, `end` is exclusive. `word` is a name with everything
 * hung on it (`$e.principal.ip`, `strings.concat`), `mark` a single character of punctuation.
 */
export interface YaraLToken {
  kind: 'word' | 'number' | 'string' | 'regex' | 'mark';
  start: number;
  end: number;
}

const WORD = /[$#%@]?[A-Za-z_][\w.]*/y;
const NUMBER = /\d[\w.]*/y;
const SPACE = /\s/;

/** Words a value follows: a `/` after them opens a regular expression; after any other word it divides. */
const BEFORE_VALUE = new Set(['all', 'and', 'any', 'in', 'not', 'or', 'regex']);

/**
 * Splits YARA-L into its tokens, comments left out. Strings end at their line's end at the latest, as no literal of
 * the language goes on over it: what is left open spoils a line and no more.
 *
 * @see https://cloud.google.com/chronicle/docs/detection/yara-l-2-0-syntax
 */
export function* yaraLTokens(text: string): Generator<YaraLToken, void, undefined> {
  let isOperandNext = true;
  let openRegexUntil = 0;
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    if (SPACE.test(character)) {
      at += 1;
      continue;
    }
    const commentEnd = endOfComment(text, at);
    if (commentEnd !== undefined) {
      at = commentEnd;
      continue;
    }
    const token = tokenAt(text, at, isOperandNext && at >= openRegexUntil);
    // A line is searched once for the end of a regular expression, however many slashes it has.
    if (token.kind === 'mark' && character === '/' && at >= openRegexUntil)
      openRegexUntil = endOfLine(text, at);
    yield token;
    at = token.end;
    isOperandNext = token.kind === 'mark' ? !/[)\]}]/.test(character) : isBeforeValue(text, token);
  }
}

function isBeforeValue(text: string, { kind, start, end }: YaraLToken): boolean {
  return kind === 'word' && end - start <= 5 && BEFORE_VALUE.has(text.slice(start, end).toLowerCase());
}

function tokenAt(text: string, start: number, isRegexPossible: boolean): YaraLToken {
  const character = text[start];
  if (character === '"' || character === '`') {
    const end = endOfLiteral(text, start, character !== '`') ?? endOfLine(text, start);
    return { kind: 'string', start, end };
  }
  if (character === '/' && isRegexPossible) {
    const end = endOfLiteral(text, start, true);
    if (end !== undefined) return { kind: 'regex', start, end };
  }
  for (const [kind, pattern] of [
    ['word', WORD],
    ['number', NUMBER],
  ] as const) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { kind, start, end: pattern.lastIndex };
  }
  return { kind: 'mark', start, end: start + 1 };
}

function endOfComment(text: string, start: number): number | undefined {
  if (text.startsWith('//', start)) return endOfLine(text, start);
  if (!text.startsWith('/*', start)) return undefined;
  const close = text.indexOf('*/', start + 2);
  return close === -1 ? text.length : close + 2;
}

/** Behind the character that closes what the one at `start` opened; undefined when its line ends before. */
function endOfLiteral(text: string, start: number, hasEscapes: boolean): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === quote) return at + 1;
    if (character === '\n') return undefined;
    if (hasEscapes && character === '\\' && text[at + 1] !== '\n') at += 1;
  }
  return undefined;
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline === -1 ? text.length : newline;
}
