import { expect, test } from 'vitest';
import type { ParsedFile } from '../../src/documents/document.ts';
import type { FileFinding } from '../../src/findings/finding.ts';
import { parseFile } from '../parse-file.ts';

function parse(path: string, content: string | Uint8Array): { file?: ParsedFile; findings: FileFinding[] } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const parsed = parseFile(path, bytes);
  return 'finding' in parsed
    ? { findings: [parsed.finding] }
    : { file: parsed.file, findings: parsed.findings ?? [] };
}

function data(path: string, content: string): unknown[] {
  const { file, findings } = parse(path, content);
  expect(findings).toEqual([]);
  return file?.documents.map((document) => document.data) ?? [];
}

test('a byte order mark is no part of the text', () => {
  const { file } = parse('a.YAML', '\uFEFFtitle: x\n');
  expect(file?.text).toBe('title: x\n');
  expect(file?.documents[0]?.data).toEqual({ title: 'x' });
});

test.for([
  [
    'NUL',
    Uint8Array.from([0x61, 0x3a, 0x20, 0x00]),
    'Unexpected NUL at byte 3, expected a text file in UTF-8; the file is not read',
  ],
  [
    'Latin-1',
    Buffer.from('a: caf\xe9 x', 'latin1'),
    'Unexpected byte 6 that is not UTF-8, expected text in UTF-8; the file is not read',
  ],
  [
    'a cut character',
    Uint8Array.from([0x61, 0xe2, 0x82]),
    'Unexpected byte 1 that is not UTF-8, expected text in UTF-8; the file is not read',
  ],
  [
    'half a character of UTF-16',
    Buffer.concat([Buffer.from('\uFEFFa: 1', 'utf16le'), Uint8Array.from([0x41])]),
    'Unexpected bytes that are not UTF-16 under a byte order mark that says so, expected text; the file is not read',
  ],
] as const)('%s is not read, and the finding names the place', ([, bytes, message]) => {
  expect(parse('a.yml', bytes).findings).toEqual([
    {
      rule: 'file/unreadable',
      severity: 'error',
      message,
      hint: 'Save it as UTF-8, or leave it out with `exclude` in the source.',
    },
  ]);
});

test.for(['utf-16le', 'utf-16be'])('%s under a byte order mark is read', (encoding) => {
  const bytes = Buffer.from('\uFEFFtitle: Šifra\r\nlevel: low\r\n', 'utf16le');
  const { file, findings } = parse('a.yml', encoding === 'utf-16be' ? bytes.swap16() : bytes);
  expect(findings).toEqual([]);
  expect(file?.documents.map((document) => document.data)).toEqual([{ title: 'Šifra', level: 'low' }]);
});

test('a quoted text whose lines go on left of its key is read under a warning', () => {
  const { file, findings } = parse('a.yml', 'rule:\n  text: "first\n second\nthird"\n  level: low\n');
  expect(file?.documents[0]?.data).toEqual({ rule: { text: 'first second third', level: 'low' } });
  expect(findings).toMatchObject([
    { rule: 'file/lenient-syntax', severity: 'warning', range: { line: 2, column: 15 } },
  ]);
});

test('what no parser takes keeps the strict one’s finding', () => {
  const { file, findings } = parse('a.yml', 'a: "x\ny"\nb: [1\n');
  expect(file).toBeUndefined();
  expect(findings).toMatchObject([{ rule: 'file/syntax' }]);
});

test('keys named like parts of an object are keys like any other', () => {
  for (const [path, text] of [
    ['a.yml', '__proto__: {isAdmin: true}\nconstructor: x\nlevel: low\n'],
    ['a.yml', '__proto__: {isAdmin: true}\nconstructor: x\nlevel: high\nlevel: low\n'],
    ['a.json', '{"__proto__": {"isAdmin": true}, "constructor": "x", "level": "low"}'],
    ['a.toml', 'constructor = "x"\nlevel = "low"\n[__proto__]\nisAdmin = true\n'],
  ] as const) {
    const value = parse(path, text).file?.documents[0]?.data as Record<string, unknown>;
    expect(value['level'], text).toBe('low');
    expect(Object.hasOwn(value, '__proto__'), text).toBe(true);
    expect(value['isAdmin'], text).toBeUndefined();
  }
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  const rows = parse('a.csv', '__proto__,a\nx,1\n').file?.documents[0]?.data;
  expect(rows).toMatchObject({ rows: [{ line: 2 }] });
});

test('dates and versions stay text', () => {
  expect(data('a.yml', 'date: 2026-01-09\nyes: no\nmask: 0x17\n')).toEqual([
    { date: '2026-01-09', yes: 'no', mask: 23 },
  ]);
});

test('every document of a YAML file has its lines, empty documents are counted and left out', () => {
  const { file, findings } = parse(
    'a.yml',
    [
      '# head',
      '---',
      'a: |',
      '  text',
      '  ---',
      '  more',
      '',
      '---',
      '---',
      '# note',
      'b: 1',
      '...',
      '---',
      'c: 1',
      '',
      '',
    ].join('\n'),
  );
  expect(findings).toEqual([]);
  expect(file?.documents.map(({ lines, ordinal }) => ({ ...lines, ordinal }))).toEqual([
    { from: 3, to: 6, ordinal: 0 },
    { from: 10, to: 11, ordinal: 2 },
    { from: 14, to: 14, ordinal: 3 },
  ]);
});

test('a key written twice keeps its last value under a warning', () => {
  const { file, findings } = parse('a.yml', 'title: x\nlevel: low\nlevel: high\n');
  expect(file?.documents[0]?.data).toEqual({ title: 'x', level: 'high' });
  expect(findings).toEqual([
    {
      rule: 'file/duplicate-key',
      severity: 'warning',
      message: 'Unexpected second `level` in the same map, expected each key once; the last value is used',
      hint: 'Remove one of them, or merge their values.',
      range: { line: 3, column: 1, endLine: 3, endColumn: 6 },
    },
  ]);
});

test('a broken document is one finding with its place, and the documents around it are read', () => {
  const { file, findings } = parse('a.yml', 'a: 1\n---\nb: *nowhere\n---\nc: [1, 2\n---\nd: 1\n');
  expect(file?.documents.map((document) => [document.ordinal, document.data])).toEqual([
    [0, { a: 1 }],
    [3, { d: 1 }],
  ]);
  expect(findings.map(({ rule, range }) => [rule, range?.line])).toEqual([
    ['file/syntax', 3],
    ['file/syntax', 6],
  ]);
});

test('a tab as indentation is refused with line and column', () => {
  const { file, findings } = parse('a.yml', 'a:\n\tb: 1\n');
  expect(file).toBeUndefined();
  expect(findings).toMatchObject([
    {
      rule: 'file/syntax',
      severity: 'error',
      message: expect.stringMatching(/^Unreadable YAML at 2:1: /) as string,
    },
  ]);
});

test('aliases are read', () => {
  expect(data('a.yml', 'a: &x [1]\nb: *x\n')).toEqual([{ a: [1], b: [1] }]);
});

test('aliases that multiply into billions are refused', () => {
  const levels = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1) {
    levels.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  expect(parse('a.yml', levels.join('\n')).findings).toMatchObject([
    { rule: 'file/syntax', message: expect.stringContaining('alias') as string },
  ]);
});

test('nesting without end is refused', () => {
  for (const piece of ['[', '{a: ', '- ', '? ']) {
    expect(parse('a.yml', piece.repeat(20_000)).findings, piece).toMatchObject([
      { rule: 'file/syntax', message: expect.stringContaining('nested more than 100 levels deep') as string },
    ]);
  }
  expect(parse('a.toml', `a = ${'['.repeat(100_000)}`).findings).toMatchObject([{ rule: 'file/syntax' }]);
});

test('a key named `__proto__` is a key', () => {
  const [value] = data('a.yml', '__proto__: {polluted: yes}\n') as [object];
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test('TOML is one document, and its errors have a place', () => {
  expect(data('a.toml', '[rule]\nname = "x"\n')).toEqual([{ rule: { name: 'x' } }]);
  expect(parse('a.toml', '[rule]\nname = \n').findings).toMatchObject([
    {
      rule: 'file/syntax',
      range: { line: 2 },
      message: expect.stringMatching(/^Unreadable TOML at 2:\d+: [^\n]+$/) as string,
    },
  ]);
});

test('Markdown is front matter and body, and the body knows its line', () => {
  for (const end of ['\n', '\r\n']) {
    const { file, findings } = parse('a.mdx', ['---', 'title: x', '---', '', '# Body', ''].join(end));
    expect(findings).toEqual([]);
    expect(file?.documents).toEqual([
      {
        syntax: 'markdown',
        data: { title: 'x' },
        body: { text: `${end}# Body${end}`, line: 4 },
        lines: { from: 1, to: 5 },
        ordinal: 0,
      },
    ]);
  }
});

test('Markdown without front matter is all body', () => {
  for (const text of ['# Title\n', '---\n\nA line above.\n', '']) {
    const { file, findings } = parse('README.md', text);
    expect(findings).toEqual([]);
    expect(file?.documents[0]).toMatchObject({ data: {}, body: { text, line: 1 } });
  }
});

test('front matter that is not closed is a finding', () => {
  expect(parse('a.md', '---\ntitle: x\n\n# Body\n').findings).toMatchObject([
    { rule: 'file/syntax', message: 'Unreadable front matter at 1:1: expected a closing `---` line' },
  ]);
});

test.for(['js', 'javascript', 'coffee', 'coffeescript', 'cson', 'JS', ' js '])(
  'front matter in `%s` is refused and never run',
  (language) => {
    const program = `---${language}\nglobalThis.frontMatterRan = true\n---\n# Body\n`;
    const { file, findings } = parse('a.md', program);
    expect(Reflect.get(globalThis, 'frontMatterRan')).toBeUndefined();
    expect(file).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(findings[0]?.severity).toBe('error');
  },
);

test('an error in front matter has the line of the file, and the same text fails again', () => {
  const text = '---\ntitle: x\nlevel: [1\n---\n# Body\n';
  for (let time = 0; time < 2; time += 1) {
    expect(parse('a.md', text).findings).toMatchObject([{ rule: 'file/syntax', range: { line: 3 } }]);
  }
});

test('front matter that is no map is a finding', () => {
  expect(parse('a.md', '---\n- one\n---\n').findings).toMatchObject([{ rule: 'file/syntax' }]);
});
