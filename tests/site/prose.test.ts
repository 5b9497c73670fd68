import { expect, test } from 'vitest';
import { proseHtml } from '../../src/site/prose.ts';
import { embeddedBase } from '../workspace-builder.ts';

const knowledge = embeddedBase('ics');

// Each of 20 kB took the parser six seconds: a suite that hangs here says that one does again.
test.each([
  ['quotes in quotes', '>'.repeat(20_000)],
  ['lists in lists', '* '.repeat(10_000)],
  ['emphasis that is never closed', '*a_ '.repeat(50_000)],
])('a bundle’s text of %s without end is put on the page', (_name, text) => {
  expect(proseHtml(text, knowledge)).not.toBe('');
});

test('a bundle’s table, address and struck text are GitHub’s Markdown', () => {
  const html = proseHtml('| a |\n| - |\n| ~~b~~ |\n\nhttps://example.org', knowledge);
  expect(html).toContain('<td><del>b</del></td>');
  expect(html).toContain('<a href="https://example.org">');
});
