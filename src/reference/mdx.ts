import { markdownCode, markdownMessage, markdownRow } from '../escape/markdown.ts';

/** A page of the documentation: front matter, a note that it is made, and its blocks. */
export function mdxPage(
  { title, description, order }: { title: string; description: string; order: number },
  blocks: readonly string[],
): string {
  const head = ['---', `title: ${title}`, `description: ${description}`, `order: ${String(order)}`, '---'];
  const note = '{/* Made by `node scripts/make-reference.ts`. */}';
  return `${[head.join('\n'), note, ...blocks].join('\n\n')}\n`;
}

/** A sentence of ours, with values in backticks. MDX would run what stands in braces. */
export function mdxText(text: string): string {
  return markdownMessage(text).replaceAll(/[{}]/g, '\\$&');
}

/** A value as code; nothing for none. */
export function mdxCode(value: unknown): string {
  if (value === undefined) return '';
  return markdownCode(typeof value === 'string' ? value : flow(value));
}

export function mdxTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [markdownRow(head), markdownRow(head.map(() => '---')), ...rows.map(markdownRow)].join('\n');
}

/** A value as YAML has it on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${flow(item)}`)
      .join(', ')} }`;
  return String(value);
}
