import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/playbooks/markdown/parse-markdown.ts';
import { renderMarkdown } from '../../src/playbooks/pipeline.ts';

const MARKS: [name: string, text: string][] = [
  ['emphasis that is never closed', '*a_ '.repeat(50_000)],
  ['emphasis in the middle of words', 'a**b '.repeat(50_000)],
  ['images that are never closed', '![a]('.repeat(50_000)],
  ['struck text that is never closed', '~a '.repeat(50_000)],
  ['footnotes', Array.from({ length: 30_000 }, (_, index) => `[^${index}]: a`).join('\n')],
  ['definitions of links', Array.from({ length: 30_000 }, (_, index) => `[a${index}]: b`).join('\n')],
  ['lines behind a bracket that is never closed', `~ [a ${'a\n'.repeat(50_000)}`],
  ['code behind a bracket that is never closed', `~ [a ${'a `b` '.repeat(30_000)}`],
  ['marks in each line of a quote', '> *a_ *b_ *c_\n'.repeat(10_000)],
];

// Each took a parser minutes; a suite that hangs here says that one does again.
describe.each(MARKS)('a text of %s without end', (_name, text) => {
  test('is read with all of its words', () => {
    expect(wordsOf(parseMarkdown(text))).toBe(text.match(/\w+/g)?.length);
  });
});

test('of a text with too many marks the blocks are read, and the marks stay', () => {
  const html = renderMarkdown(`## Steps\n\n1. one\n\n${'*a_ '.repeat(2_000)}\n`);
  expect(html).toContain('<h2 id="doc-steps">Steps</h2>');
  expect(html).toContain('<li>one</li>');
  expect(html).toContain('<p>*a_ *a_ ');
});

test('a table of a thousand rows with links keeps them: each cell is a text of its own', () => {
  const row = '| **a** | [b](https://example.org) | ~~c~~ |\n';
  const html = renderMarkdown(`| a | b | c |\n| - | - | - |\n${row.repeat(1_000)}`);
  expect(html.match(/<strong>/g)).toHaveLength(1_000);
  expect(html.match(/<a /g)).toHaveLength(1_000);
});

test('a long paragraph in lines keeps its links', () => {
  const html = renderMarkdown(
    `${'Some words of a long guide, in lines.\n'.repeat(200)}[b](https://example.org) ~~c~~`,
  );
  expect(html).toContain('<a href="https://example.org"');
});

test('a hunt with thousands of sections is put into tabs in a moment', () => {
  const html = renderMarkdown('## a\n\nb\n\n'.repeat(8_000), { runbook: {} });
  expect(html.match(/<h2 /g)).toHaveLength(8_000);
});

/** Words of all texts and codes of a tree, addresses and names included. */
function wordsOf(node: object): number {
  let words = 0;
  for (const [key, value] of Object.entries(node)) {
    if (['value', 'url', 'alt', 'label'].includes(key) && typeof value === 'string')
      words += value.match(/\w+/g)?.length ?? 0;
    if (key === 'children') for (const child of value as object[]) words += wordsOf(child);
  }
  return words;
}
