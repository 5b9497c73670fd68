import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { markdownCode, markdownMessage, markdownRow, markdownText } from '../../src/escape/markdown.ts';
import { visible } from '../../src/escape/visible.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

test.each([
  ['emphasis', 'a *b* _c_ ~d~', 'a \\*b\\* \\_c\\_ \\~d\\~'],
  ['HTML', '<img src=x> &lt;', '&lt;img src=x&gt; &amp;lt;'],
  ['a link', '[a](https://x.example)', '\\[a\\](https\\:&#8203;//x.example)'],
  ['a bare address', 'www.x.example', 'www&#8203;\\.x.example'],
  ['a mention', '@team/lead', '@&#8203;team/lead'],
  ['an address of mail', 'soc@x.example', 'soc@&#8203;x.example'],
  ['what is taken for one', 'a@x.example@.http', 'a@&#8203;x.example@&#8203;.http'],
  ['an issue', 'closes #12 and !3', 'closes \\#&#8203;12 and \\!&#8203;3'],
  ['a cell’s end', 'a | b', 'a &#124; b'],
  ['a list', '1. one', '1\\. one'],
  ['a command to a runner', '::error::a ##[group]', '\\::error\\::a \\#\\#\\[group\\]'],
  ['a second line', 'a\n\n# b', 'a \\# b'],
  ['an invisible character', 'a\u202eb', 'a\\\\u{202e}b'],
])('%s is text', (_, text, escaped) => {
  expect(markdownText(text)).toBe(escaped);
});

test.each([
  ['plain values stand in backticks', 'attack.t1059', '`attack.t1059`'],
  ['so do mentions and tags, which nobody reads there', '<b> @team #1', '`<b> @team #1`'],
  ['a backtick makes it an element', 'a`b', '<code>a\\`b</code>'],
  ['a pipe makes it an element', 'a|b', '<code>a&#124;b</code>'],
  ['a command makes it an element', '::error::', '<code>\\::error\\::</code>'],
  ['nothing stays nothing', ' ', ''],
])('in code, %s', (_, text, escaped) => {
  expect(markdownCode(text)).toBe(escaped);
});

test('a message keeps its values in code and its prose harmless', () => {
  expect(markdownMessage('Unexpected `@a|b`, expected <one> of `c`')).toBe(
    'Unexpected <code>@a&#124;b</code>, expected &lt;one&gt; of `c`',
  );
});

const hostile = fc.array(
  fc.constantFrom(
    ...Array.from('`|\\<>[]()!#@*_~&:;-+=.$%{}"\'/ \n\tab19'),
    'http://x.example',
    'www.x.example',
    'a@x.example',
    '&amp;',
    '<!--',
    '##[',
    '::',
    '~~~',
    '- [ ]',
  ),
  { maxLength: 24 },
);

test('whatever a text is, a table shows it and nothing but it', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (text, code, message) => {
      const [first, second, third] = [text, code, message].map((parts) => parts.join(''));
      const row = markdownRow([markdownText(first!), markdownCode(second!), markdownMessage(third!)]);
      expect(row).not.toMatch(/^\s*::|##\[/);
      const root = parser.parse(
        `${markdownRow(['a', 'b', 'c'])}\n${markdownRow(['---', '---', '---'])}\n${row}\n`,
      );
      const cells = cellsOf(root);
      expect(cells).toHaveLength(3);
      expect(cells.slice(0, 2).map(shown)).toEqual([shownText(first!), shownText(second!)]);
      expect(bare(shown(cells[2]!))).toBe(bare(shownText(third!)));
      expect(kinds(cells[0]!).filter((kind) => kind !== 'tableCell' && kind !== 'text')).toEqual([]);
      expect(kinds(root)).not.toContain('image');
      expect(kinds(root)).not.toContain('emphasis');
      expect(kinds(root)).not.toContain('strong');
      expect(kinds(root)).not.toContain('delete');
      expect(kinds(root)).not.toContain('break');
    }),
    { numRuns: 2000 },
  );
});

function cellsOf(root: Root): Nodes[] {
  const [table] = root.children;
  return table?.type === 'table' ? (table.children[1]?.children ?? []) : [];
}

/** The text a reader sees: without our elements of code and zero-width spaces. */
function shown(node: Nodes): string {
  return collapse(toString(node, { includeHtml: false }).replaceAll('\u200b', ''));
}

function shownText(text: string): string {
  return collapse(visible(text.replaceAll(/\s+/g, ' ').trim()));
}

/** Of a message only values change their looks: backticks become code, blanks at their ends are lost. */
function bare(text: string): string {
  return text.replaceAll(/[`\s]/g, '');
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function kinds(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])];
}
