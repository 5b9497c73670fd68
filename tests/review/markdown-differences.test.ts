import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import type { TextPart } from '../../src/review/difference.ts';
import { lineDiff } from '../../src/review/reporters/markdown/line-diff.ts';
import { wordDiff } from '../../src/review/reporters/markdown/word-diff.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

test('words that came are underlined and words that went are struck through, line by line', () => {
  const parts: TextPart[] = [
    { kind: 'same', text: '- Ask ' },
    { kind: 'removed', text: 'them.\n- Count it.' },
    { kind: 'added', text: 'us.\n- Count all.' },
    { kind: 'gap', text: '' },
    { kind: 'same', text: 'end' },
  ];
  expect(wordDiff(parts)).toBe(
    [
      '> \\- Ask <del>them.</del>\\',
      '> <del>\\- Count it.</del> <ins>us.</ins>\\',
      '> <ins>\\- Count all.</ins> … end',
    ].join('\n'),
  );
});

test('spaces stay outside of the elements, where they do not stop them', () => {
  const parts: TextPart[] = [
    { kind: 'same', text: 'a' },
    { kind: 'added', text: ' b ' },
    { kind: 'same', text: 'c' },
  ];
  expect(wordDiff(parts)).toBe('> a <ins>b</ins> c');
});

test('lines have their signs, and their tabs', () => {
  const parts: TextPart[] = [
    { kind: 'same', text: '\ta:\n' },
    { kind: 'removed', text: '\t\tb\n' },
    { kind: 'gap', text: '' },
    { kind: 'added', text: 'c' },
  ];
  expect(lineDiff(parts)).toBe('```diff\n \ta:\n-\t\tb\n …\n+c\n```');
});

test('no line ends the fence it stands in', () => {
  expect(lineDiff([{ kind: 'same', text: '````\n```' }])).toBe('`````diff\n ````\n ```\n`````');
});

test('a line that a runner would take for a command stands in an element, where it can be escaped', () => {
  expect(lineDiff([{ kind: 'same', text: '  ::error::x' }])).toBe(
    '<pre lang="diff">\n   &#58;&#58;error&#58;&#58;x\n</pre>',
  );
});

const text = fc
  .array(
    fc.constantFrom(...Array.from('`|\\<>[]()!#@*_~&:;-+=.$%{}"\' \n\tab1'), '::', '</pre>', '~~~', '    '),
    {
      maxLength: 20,
    },
  )
  .map((parts) => parts.join(''));
const parts = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('same', 'added', 'removed'), text }),
    fc.constant({ kind: 'gap' as const, text: '' }),
  ),
  { minLength: 1, maxLength: 5 },
);

test('whatever lines say, they stay in one block and begin no command', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const block = lineDiff(all);
      expect(block).not.toMatch(/^\s*::|##\[/m);
      const { children } = parser.parse(block);
      expect(children.map(({ type }) => type)).toEqual([block.startsWith('<pre') ? 'html' : 'code']);
    }),
    { numRuns: 1000 },
  );
});

test('whatever words say, they stay in one quote and are all there', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const { children } = parser.parse(wordDiff([{ kind: 'same', text: 'a' }, ...all]));
      expect(children.map(({ type }) => type)).toEqual(['blockquote']);
      const letters = (shown: string): string => shown.replaceAll(/\s|\u200b|…/g, '');
      const said = `a${all.map((part) => part.text).join('')}`;
      expect(letters(toString(children[0], { includeHtml: false }))).toBe(letters(said));
    }),
    { numRuns: 1000 },
  );
});
