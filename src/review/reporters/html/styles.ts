import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = join(import.meta.dirname, '..', '..', '..', 'styles');

/** The site's design, and what only this page has. */
const FILES = [
  join(SHARED, 'tokens.css'),
  join(SHARED, 'base.css'),
  join(SHARED, 'components.css'),
  join(SHARED, 'print.css'),
  join(import.meta.dirname, 'review.css'),
];

/** A style sheet, and the policy that allows it and nothing else. */
export interface PageStyles {
  css: string;
  policy: string;
}

/**
 * The style sheet of a page that stands alone.
 *
 * @param more Absolute paths of further style sheets.
 */
export function pageStyles(more: readonly string[] = []): PageStyles {
  const css = [...FILES, ...more].map((file) => readFileSync(file, 'utf8')).join('\n');
  const hash = createHash('sha256').update(css).digest('base64');
  return {
    css,
    policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  };
}
