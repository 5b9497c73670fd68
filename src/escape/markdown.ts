import { visible } from './visible.ts';

/** Shows nothing, and keeps a sigil from what comes after it: a backslash stops neither a mention nor every link. */
const ZERO_WIDTH_SPACE = '&#8203;';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' };

/**
 * A mention of GitHub and GitLab, their references to issues, requests, snippets, labels and epics, what is taken for a
 * mail address (`x@.y` is), and what some renderers take for an address in the text that is left when all markup is read.
 */
const REFERENCE = /@(?=[\p{L}\p{N}_.-])|(?:\\[#!~$]|&amp;|%)(?=\d)|\\:(?=\/)|www(?=\\\.)/giu;

/**
 * Untrusted text as it is, in a line or a table cell of GitHub's and GitLab's Markdown: it makes no markup, no HTML,
 * no link, no `@mention`, no reference to an issue, and no command to a runner that reads it in a log. One line.
 */
export function markdownText(text: string): string {
  return prose(oneLine(text));
}

/**
 * Untrusted text as code, in a line or a table cell. In backticks where nothing in it ends them, splits a row or is a
 * command to a runner; as an element otherwise.
 */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  return /[`|\\]|::|##\[/.test(line) ? `<code>${literal(line)}</code>` : `\`${line}\``;
}

/** A message or a hint of ours as Markdown: prose with values in backticks, any of them untrusted. One line. */
export function markdownMessage(message: string): string {
  return oneLine(message)
    .split(/`(?!\s*`)([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : prose(part)))
    .join('');
}

/** A row of a table; the cells are Markdown already. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function oneLine(text: string): string {
  return visible(text.replaceAll(/\s+/g, ' ').trim());
}

function prose(line: string): string {
  return literal(line).replaceAll(REFERENCE, `$&${ZERO_WIDTH_SPACE}`);
}

function literal(line: string): string {
  return (
    line
      // Character references where a backslash is not enough for every renderer.
      .replaceAll(/[&<>|]/g, (character) => ENTITIES[character] ?? character)
      .replaceAll(/[\\`*_[\]~$!]|(?<!&)#/g, '\\$&')
      // A scheme, `www.`, and the two colons a runner looks for.
      .replaceAll(/:(?=[:/])|(?<=www)\./gi, '\\$&')
      // What begins a list or underlines a heading.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}
