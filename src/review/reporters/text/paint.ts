import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Puts a text in a style where the reader shows ANSI colours, and leaves it alone where not. */
export type Paint = (style: Style, text: string) => string;

export function painter(color: boolean): Paint {
  return (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
}
