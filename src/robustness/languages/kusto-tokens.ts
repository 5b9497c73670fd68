import { type Lexicon, type Token, tokensOf } from './cursor.ts';

const LEXICON: Lexicon = {
  skip: /(?:\s|\/\/[^\n]*)*/y,
  token:
    /([hH]?(?:@"(?:[^"]|"")*"|@'(?:[^']|'')*'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'|```(?:[^`]|`(?!``))*```))|(!?[A-Za-z_$][\w$]*~?)|(\d[\w:]*(?:\.\d+\w*)?)|[=!<>]=|<>|=~|!~|\.\.|"[^\n]*|'[^\n]*|[^]/y,
};

const GOES_ON = new Set([
  'and',
  'or',
  'by',
  'on',
  'with',
  'asc',
  'desc',
  'nulls',
  'to',
  'from',
  'in',
  'step',
  'kind',
]);
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const OPEN_ENDED = /^[)\]}\w]/;

/**
 * The tokens of a text of Kusto queries, with a `;` where a blank line outside of brackets parts two queries.
 *
 * @see https://learn.microsoft.com/kusto/query/, "Query statements"
 */
export function kustoTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (const token of tokensOf(text, LEXICON)) {
    const last = tokens.at(-1);
    if (last && depth === 0 && token.kind === 'word' && !GOES_ON.has(token.key) && isApart(text, last, token))
      tokens.push({ kind: 'mark', key: ';', start: last.end, end: last.end });
    tokens.push(token);
    if (token.key === '(' || token.key === '[' || token.key === '{') depth += 1;
    else if (token.key === ')' || token.key === ']' || token.key === '}') depth = Math.max(0, depth - 1);
  }
  return tokens;
}

function isApart(text: string, last: Token, next: Token): boolean {
  if (next.start - last.end < 2 || (last.kind === 'mark' && !OPEN_ENDED.test(last.key))) return false;
  return /\n[ \t\r]*\n/.test(text.slice(last.end, next.start));
}

/** The text of a literal: `h` hides it from logs, `@` takes it as it is. */
export function unquotedKusto(written: string): string {
  const text = written.replace(/^[hH]/, '');
  if (text.startsWith('```')) return text.slice(3, -3);
  if (text.startsWith('@')) return text.slice(2, -1).replace(/(["'])\1/g, '$1');
  return text.slice(1, -1).replace(/\\([^])/g, (_pair, escaped: string) => CONTROLS[escaped] ?? escaped);
}
