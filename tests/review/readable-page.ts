/**
 * The page of a review as a person compares it: an element a line, and without the site's style sheets, which change for
 * reasons of their own.
 */
export function readablePage(html: string): string {
  return html
    .replace(/<style>[\s\S]*<\/style>/, '<style></style>')
    .replace(/sha256-[\w+/=]+/, 'sha256-')
    .replaceAll(/(?<=>)(?=<(?!\/))/g, '\n');
}
