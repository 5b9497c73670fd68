import { parse, wcagContrast } from 'culori';
import type { Theme, Token } from './tokens.ts';

/** WCAG 2.2, 1.4.3: text that is not large. */
export const TEXT = 4.5;
/** WCAG 2.2, 1.4.11: what one must see to use a control or to understand a picture. */
export const GRAPHICS = 3;

/** Two tokens one of which is drawn on the other, and how far apart they must be. */
export interface ColourPair {
  /** Token name of the text or mark. */
  ink: string;
  /** Token name of what it stands on. */
  ground: string;
  /** A ratio, 1 to 21. */
  atLeast: number;
}

const GROUNDS = ['paper', 'surface', 'sunken'];
const TEXT_INKS = ['ink', 'ink-2', 'ink-3', 'link', 'severity-error', 'severity-warning'];
const GRAPHIC_INKS = ['rule-strong', 'focus'];

/**
 * Every pair the stylesheets put on top of each other. What is called `…-on` stands on the `…-fill` of the same name,
 * what is called `…-mark` and `code-…` on every ground.
 */
export function colourPairs(tokens: readonly Token[]): ColourPair[] {
  const names = new Set(tokens.map(({ name }) => name));
  const onGrounds = (ink: string, atLeast: number): ColourPair[] =>
    GROUNDS.map((ground) => ({ ink, ground, atLeast }));
  return [
    ...TEXT_INKS.flatMap((ink) => onGrounds(ink, TEXT)),
    ...GRAPHIC_INKS.flatMap((ink) => onGrounds(ink, GRAPHICS)),
    ...[...names].filter((name) => /-mark$|^code-/.test(name)).flatMap((ink) => onGrounds(ink, TEXT)),
    ...[...names]
      .filter((name) => name.endsWith('-on'))
      .map((ink) => ({ ink, ground: ink.replace(/-on$/, '-fill'), atLeast: TEXT })),
    // A button of the first rank is ink turned round.
    { ink: 'paper', ground: 'ink', atLeast: TEXT },
  ].filter(({ ink, ground }) => names.has(ink) && names.has(ground));
}

/**
 * The contrast of two colours as WCAG 2.2 defines it, 1 to 21.
 *
 * @throws When a token is not a colour.
 */
export function contrastOf(
  { ink, ground }: Pick<ColourPair, 'ink' | 'ground'>,
  tokens: readonly Token[],
  theme: Theme,
): number {
  const colour = (name: string): string => {
    const value = tokens.find((token) => token.name === name)?.value[theme];
    if (value === undefined || !parse(value)) throw new Error(`--${name} is no colour: ${String(value)}`);
    return value;
  };
  return wcagContrast(colour(ink), colour(ground));
}
