import { describe, expect, test } from 'vitest';
import { highlight, highlightLines } from '../../src/highlight/highlight.ts';

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('queries', () => {
  test.each([
    [
      'kql',
      'DeviceProcessEvents\n| where Timestamp > ago(7d) and FileName in~ ("a.exe", @"b\\c") // why\n| project-away X',
    ],
    [
      'spl',
      'index=win EventCode=4688 `macro(x)` earliest=-7d@d\n| stats count by host\n| where like(a, "%x%") ```why```',
    ],
    [
      'eql',
      'sequence by host.id with maxspan=1m\n  [process where event.type == "start" and ?a.b like~ "z*"]\n| head 3',
    ],
    [
      'ES|QL',
      'FROM logs-* | WHERE @timestamp > NOW() - 7 day AND a.b == """x""" /* why */ | STATS c = COUNT(*) BY host.id',
    ],
    ['kuery', 'event.category:process and not user.id:("S-1-5-18" or x*) and a.b >= 5'],
    [
      'yaral',
      'events:\n  $e.a.b = /^x\\/"y$/ nocase // why\n  not re.regex($e.c, `\\d"`)\nmatch:\n  $h over 5m\noutcome:\n  $s = sum(10) / 2\ncondition:\n  #e >= 3 and $e /* "all" */',
    ],
    [
      'suricata',
      'alert http $HOME_NET any -> [10.0.0.0/8,!$DNS] 80 (msg:"a \\"b\\"; c"; http.uri; content:"x|3b|"; sid:1; metadata:created_at 2024_01_02;)',
    ],
    ['sigma', "title: A\ndetection:\n  selection:\n    Image|endswith: '\\a.exe' # why\n"],
  ])('%s keeps every character and marks its tokens', (language, text) => {
    const html = highlight(text, language);
    expect(plain(html)).toBe(text);
    expect(html).toMatchSnapshot();
  });
});

test('an unknown language is escaped and stays plain', () => {
  expect(highlight('<script>"a" & b</script>', 'klingon')).toBe(
    '&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;',
  );
});

test('a text with a line too long to colour is escaped and stays plain', () => {
  const key = 'hljs-attr';
  expect(highlight(`a: ${'b'.repeat(4093)}\n`, 'yaml')).toContain(key);
  expect(highlight(`a: ${'<'.repeat(4094)}\n`, 'yaml')).toBe(`a: ${'&lt;'.repeat(4094)}\n`);
});

test('a text too long to colour is escaped and stays plain', () => {
  const line = 'a: <b>\n';
  const most = Math.floor(64_000 / line.length);
  expect(highlight(line.repeat(most), 'yaml')).toContain('hljs-attr');
  expect(highlight(line.repeat(most + 1), 'yaml')).toBe('a: &lt;b&gt;\n'.repeat(most + 1));
});

// Without a bound, 190,000 of them took 144 s in Sigma and 89 s in Suricata: grammars looked for sentences in comments, and for rules across lines.
test.each([
  ['sigma', '# ', ' '],
  ['ini', '; ', ' '],
  ['sql', '-- ', ' '],
  ['xml', '<!-- ', ' '],
  ['spl', '```', ' '],
  ['suricata', '', '\n'],
])('%s with %j and %j without end stays plain', (language, begin, filling) => {
  const text = begin + filling.repeat(60_000);
  expect(highlight(text, language).replaceAll('&lt;', '<')).toBe(text);
});

test.each([
  ['sigma', `# ${' '.repeat(4000)}\n`],
  ['ini', `; ${' '.repeat(4000)}\n`],
  ['powershell', `<# ${' '.repeat(4000)}#>\n`],
  ['sql', `-- ${' '.repeat(4000)}\n`],
  ['xml', `<!-- ${' '.repeat(4000)}-->\n`],
  ['spl', `\`\`\`${' '.repeat(4000)}\`\`\`\n`],
  ['suricata', `#${'\n'.repeat(4000)}`],
])('%s keeps each of many long comments, and each gap', (language, comment) => {
  const html = highlight(comment.repeat(15), language);
  expect(plain(html)).toBe(comment.repeat(15));
  expect(html.match(/<span class="hljs-comment">/g)).toHaveLength(15);
});

test('what a team left in a comment to come back to stands out', () => {
  expect(highlight('a: 1 # TODO: tune', 'yaml')).toContain('<span class="hljs-doctag">TODO:</span>');
});

test.each([
  ['a zero-width space', '\u200B', 'U+200B'],
  ['a right-to-left override', '\u202E', 'U+202E'],
  ['an isolate', '\u2067', 'U+2067'],
  ['a no-break space', '\u00A0', 'U+00A0'],
  ['a byte order mark', '\uFEFF', 'U+FEFF'],
  ['a tag character', '\u{E0041}', 'U+E0041'],
])('%s is shown and isolated', (_name, character, codePoint) => {
  expect(highlight(`a${character}b`, 'text')).toBe(
    `a<span class="hidden-char" title="${codePoint}" dir="ltr">${character}</span>b`,
  );
});

test('each line stands on its own: tokens over several lines are closed and opened again', () => {
  const lines = highlightLines('a: |\r\n  <b>\n\n  c\nd: "e"\n', 'yaml');
  expect(lines.map(plain)).toEqual(['a: |', '  <b>', '', '  c', 'd: "e"']);
  for (const line of lines) expect(line.match(/<span/g)?.length).toBe(line.match(/<\/span>/g)?.length);
  expect(lines[1]).toBe('<span class="hljs-string">  &lt;b&gt;</span>');
});

test('an empty text is one empty line', () => {
  expect(highlightLines('', 'yaml')).toEqual(['']);
});

describe('marked stretches', () => {
  const text = "detection:\n  selection:\n    Image: 'a<b'\n    Other: 1\n";
  const start = text.indexOf('Image');
  const stretch = { start, end: text.indexOf('\n    Other'), number: 3 };

  test('are marked piece by piece, numbered once, and change no character', () => {
    const lines = highlightLines(text, 'sigma', [stretch]);
    expect(lines.map(plain).join('\n')).toBe(text.trimEnd());
    expect(lines.join('').match(/data-number="3"/g)).toHaveLength(1);
    const marked = [...lines.join('').matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, html = '']) =>
      plain(html),
    );
    expect(marked.join('')).toBe("Image:'a<b'");
    for (const line of lines)
      expect(line.match(/<mark/g)?.length ?? 0).toBe(line.match(/<\/mark>/g)?.length ?? 0);
  });

  test('span lines without marking their ends or indentation', () => {
    const lines = highlightLines(text, 'sigma', [{ ...stretch, end: text.length - 1 }]);
    expect(lines[3]).toMatch(/^ {4}<span class="hljs-attr"><mark>Other:/);
  });

  test('that overlap are marked by the first', () => {
    const html = highlightLines('abcdef', 'text', [
      { start: 1, end: 4, number: 1 },
      { start: 2, end: 5, number: 2 },
    ]);
    expect(html).toEqual([
      'a<mark id="deciding-1" data-number="1">b</mark><mark>cd</mark><mark id="deciding-2" data-number="2">e</mark>f',
    ]);
  });
});
