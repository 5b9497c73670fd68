import { readTokens, type Token } from '../design/tokens.ts';
import css from '../styles/tokens.css?raw';

/** The design's tokens as the stylesheet declares them. */
export const STYLE_TOKENS: readonly Token[] = readTokens(css);

/** Tokens whose name starts with one of these words. */
export function tokensOf(...prefixes: string[]): Token[] {
  return STYLE_TOKENS.filter(({ name }) => prefixes.some((prefix) => name.startsWith(prefix)));
}
