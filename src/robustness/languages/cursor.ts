/**
 * A piece of a query. `key` is what it is compared by: the text of a word or mark in lower case, and nothing for a
 * string, which is never a keyword. Offsets count UTF-16 code units, `end` is exclusive.
 */
export interface Token {
  kind: 'word' | 'number' | 'string' | 'mark' | 'end';
  key: string;
  start: number;
  end: number;
}

/** How a language is cut into tokens. */
export interface Lexicon {
  /** Space and comments (that begin with `/` or a backtick); sticky, matches the empty text too. */
  skip: RegExp;
  /** One token; sticky. Group 1 is set for a string, 2 for a word, 3 for a number; any other match is a mark. */
  token: RegExp;
}

/** A query longer than this is nobody's handwriting, and is not read. */
export const LONGEST_QUERY = 200_000;

/** Only behind these does space or a comment begin; anything else need not be tried. */
const [SPACE, SLASH, BACKTICK, ASCII] = [0x20, 0x2f, 0x60, 0x7f];

/** Every token of the text, in order. Linear as long as the lexicon's patterns are. */
export function tokensOf(text: string, { skip, token }: Lexicon): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code === SLASH || code === BACKTICK || code > ASCII) {
      skip.lastIndex = at;
      skip.test(text);
      at = Math.max(at, skip.lastIndex);
      if (at >= text.length) break;
    }
    token.lastIndex = at;
    const match = token.exec(text);
    const end = match && match[0].length > 0 ? token.lastIndex : at + 1;
    const kind =
      match?.[1] !== undefined
        ? 'string'
        : match?.[2] !== undefined
          ? 'word'
          : match?.[3] !== undefined
            ? 'number'
            : 'mark';
    tokens.push({ kind, key: kind === 'string' ? '' : text.slice(at, end).toLowerCase(), start: at, end });
    at = end;
  }
  return tokens;
}

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/** Where a parser stands in the tokens of a query. */
export class Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  at = 0;
  readonly #end: Token;

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
    this.#end = { kind: 'end', key: '', start: text.length, end: text.length };
  }

  peek(ahead = 0): Token {
    return this.tokens[this.at + ahead] ?? this.#end;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Whether one of the words or marks comes next. */
  is(...keys: readonly string[]): boolean {
    const { key } = this.peek();
    return key !== '' && keys.includes(key);
  }

  /** Steps over the word or mark if it comes next. */
  take(...keys: readonly string[]): boolean {
    if (!this.is(...keys)) return false;
    this.at += 1;
    return true;
  }

  /** Steps over the words if all of them come next. */
  takeAll(...keys: readonly string[]): boolean {
    if (!keys.every((key, ahead) => this.peek(ahead).key === key)) return false;
    this.at += keys.length;
    return true;
  }

  textOf({ start, end }: Token): string {
    return this.text.slice(start, end);
  }

  /** The text between two places among the tokens. */
  written(from: number, to = this.at): string {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    return first && last && to > from ? this.text.slice(first.start, last.end) : '';
  }

  /** Steps over tokens until one for which `stops` holds comes next outside of any bracket opened on the way. */
  skipUntil(stops: (token: Token) => boolean): void {
    for (let depth = 0; !this.isAtEnd(); this.at += 1) {
      const token = this.peek();
      if (depth === 0 && (CLOSING.has(token.key) || stops(token))) return;
      if (OPENING.has(token.key)) depth += 1;
      else if (CLOSING.has(token.key)) depth -= 1;
    }
  }

  /** With an opening bracket next: steps behind the one that closes it. */
  skipBrackets(): void {
    this.at += 1;
    this.skipUntil(() => false);
    this.next();
  }
}
