import type { Element } from 'hast';

/** 1-6 for h1-h6; undefined for every other element. */
export function headingLevel({ tagName }: Element): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName.charAt(1)) : undefined;
}
