import { parse as parseToml } from 'smol-toml';
import { unified } from 'unified';
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { eachElement } from '../../src/playbooks/markdown/each-element.ts';
import { parseMarkdown } from '../../src/playbooks/markdown/parse-markdown.ts';
import { mdxRehypePlugins, mdxRemarkPlugins, renderMarkdown } from '../../src/playbooks/pipeline.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';

const resolver = (id: string) =>
  id === 'T9999' ? undefined : { href: `/coverage/by-id/${id}/`, title: `Name of ${id}` };

const PLAYBOOK = `# Loaders in memory

Seen with APT29 (G0016) and S0002 for T1059.001; not T9999, not AML.T0051, not \`T1003\`,
not [T1003](https://attack.mitre.org/techniques/T1003/). See [the queries](#execution) and [a colleague](other.md).

#### Deep heading

- [x] Logging is on
- [ ] Retention is 30 days

| Element | For this hunt |
| --- | ---: |
| Tactic | TA0002 |

## Execution

\`\`\`kql
DeviceProcessEvents
| where FileName =~ "a.exe" // <b>
\`\`\`

\`\`\`klingon
nuqneH <b>
\`\`\`

## Execution

A zero-width space in code: \`\u200B\`, and a screenshot ![Screenshot](https://example.org/s.png).[^1]

[^1]: As of T1027.
`;

test('a playbook renders with links, levels, ids, code, table and tick boxes as one page needs them', () => {
  expect(renderMarkdown(PLAYBOOK, { resolver })).toMatchSnapshot();
});

/** What the page does with the elements that ids in MDX become. */
function linkingElements() {
  return (tree: Root): void => {
    eachElement(tree, (node, parent, index) => {
      if (node.tagName !== 'attack-link') return;
      const { dataAttackId } = node.properties;
      const target = resolver(String(dataAttackId));
      node.tagName = 'a';
      if (target) node.properties = { ...target, dataAttackId };
      else parent.children.splice(index, 1, ...node.children);
    });
  };
}

test('the steps for the team’s own MDX give the same HTML as every other text has', () => {
  const text = PLAYBOOK.replace(/ and \[a colleague\].*|, and a screenshot.*/g, '.').replace(
    /\[\^1\]:.*/,
    '',
  );
  const own = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(mdxRemarkPlugins({}))
    .use(remarkRehype)
    .use(mdxRehypePlugins({}))
    .use(linkingElements)
    .use(rehypeStringify);
  const external = ' rel="noopener noreferrer nofollow"';
  expect(String(own.processSync(text))).toBe(renderMarkdown(text, { resolver }).replaceAll(external, ''));
});

test('headings fit under the heading the text stands below, without a skipped level', () => {
  const html = renderMarkdown('### A\n\n##### B\n\n# C\n\n###### D\n', { headingOffset: 3 });
  expect(html.match(/<h\d/g)).toEqual(['<h4', '<h5', '<h4', '<h5']);
});

test('relative links lead where the settings say', () => {
  const resolveLink = (href: string) => (href === 'other.md' ? '/coverage/playbooks/other/' : undefined);
  expect(renderMarkdown('[a](other.md) [b](missing.md)', { resolveLink })).toBe(
    '<p><a href="/coverage/playbooks/other/">a</a> b</p>',
  );
});

const ELEMENTS = ['p', 'a', 'h2', 'div', 'pre', 'code', 'span', 'br', 'em'];
const ATTRIBUTES = [
  'href',
  'title',
  'rel',
  'id',
  'className',
  'tabIndex',
  'role',
  'ariaLabel',
  'dataLanguage',
];

/** HTML as a browser would read it. */
function elementsOf(html: string): Root {
  return rehypeRaw()({ type: 'root', children: [{ type: 'raw', value: html }] }, new VFile());
}

describe('what a stranger may write', () => {
  test.each([
    ['a script', '<script>alert(1)</script>text'],
    ['a script in a block', '<div><script>alert(1)</script></div>'],
    ['an event handler', '<img src="https://e.org/x.png" onerror="alert(1)">'],
    ['a handler on a heading', '<h2 onclick="alert(1)">x</h2>'],
    ['a javascript link', '[x](javascript:alert(1))'],
    ['a javascript link in capitals', '[x](JaVaScRiPt:alert(1))'],
    ['a javascript link with an entity', '[x](javascript&colon;alert(1))'],
    ['a javascript link with a line break', '<a href="java\nscript:alert(1)">x</a>'],
    ['a javascript link behind a control character', '<a href="\u0001javascript:alert(1)">x</a>'],
    ['an autolink', '<javascript:alert(1)>'],
    ['a data link', '[x](data:text/html;base64,PHNjcmlwdD4=)'],
    ['a vbscript link', '[x](vbscript:msgbox(1))'],
    ['a reference to a javascript link', '[x][y]\n\n[y]: javascript:alert(1)'],
    ['an iframe', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['an SVG', '<svg onload="alert(1)"><a href="javascript:alert(1)">x</a></svg>'],
    ['MathML', '<math><mi xlink:href="javascript:alert(1)">x</mi></math>'],
    ['a style', '<p style="background:url(javascript:alert(1))">x</p><style>*{color:red}</style>'],
    [
      'a form',
      '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
    ],
    ['a meta refresh', '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">'],
    ['a base', '<base href="https://evil.example/">'],
    ['an object', '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">'],
    ['a template', '<template><img src=x onerror=alert(1)></template>'],
    ['mutating markup', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
    ['an attribute broken out of', '![x" onerror="alert(1)](https://e.org/x.png)'],
    ['an info string broken out of', '```"><img/src=x/onerror=alert(1)>\nx\n```'],
    ['a title broken out of', '[x](https://e.org "\\"><script>alert(1)</script>")'],
    ['an MDX expression', '{globalThis.process.exit(1)}'],
    ['an MDX export', 'export const x = alert(1)\n\n<Component onClick={alert(1)} />'],
    ['a clobbering id', '<a id="cookie" name="body">x</a><img name="getElementById">'],
  ])('%s does nothing', (_name, markdown) => {
    const html = renderMarkdown(markdown, { resolver });
    eachElement(elementsOf(html), ({ tagName, properties }) => {
      expect(ELEMENTS).toContain(tagName);
      for (const [name, value] of Object.entries(properties)) {
        expect(ATTRIBUTES).toContain(name);
        if (name === 'href') expect(value).toMatch(/^https:\/\//);
        if (name === 'id') expect(value).toMatch(/^doc-/);
      }
    });
  });

  test.each(['//evil.example/x', '\\\\evil.example', '/\\evil.example', '/\t/evil.example'])(
    'a protocol-relative address %j keeps only its text',
    (href) => {
      expect(renderMarkdown(`<a href="${href}">x</a>`)).toBe('<p>x</p>');
    },
  );

  test('an external link passes nothing on', () => {
    expect(renderMarkdown('<https://example.org>')).toBe(
      '<p><a href="https://example.org" rel="noopener noreferrer nofollow">https://example.org</a></p>',
    );
  });

  test('a forged mark of an id link does not open the site to other addresses', () => {
    const html = renderMarkdown('<a href="/admin" data-attack-id="T1003">x</a>', { resolver });
    expect(html).toBe('<p>x</p>');
  });

  test('text nested without end neither throws nor hangs', () => {
    expect(renderMarkdown('['.repeat(5_000))).toBe(`<p>${'['.repeat(5_000)}</p>`);
    for (const nested of ['>'.repeat(20_000), '> '.repeat(20_000), '- '.repeat(20_000), '1. '.repeat(20_000)])
      expect(renderMarkdown(`${nested}deep`)).toMatch(/^<pre tabindex="0"[^>]*><code>/);
    expect(renderMarkdown('<div>'.repeat(20_000))).toMatch(
      /^<pre tabindex="0" role="group" aria-label="Text">&lt;div&gt;/,
    );
  });
});

const folder = corpora('Elastic guides');
test.runIf(folder)(
  'the guides of Elastic parse the same with and without the extensions they do not use',
  () => {
    const gfm = unified().use(remarkParse).use(remarkGfm).freeze();
    const root = corpusFolder(folder ?? '', 'elastic-rules.tar.gz');
    const guides = corpusFiles(root, ['**/rules/**/*.toml', '**/rules_building_block/**/*.toml']).flatMap(
      ({ bytes }) => {
        const { rule } = parseToml(new TextDecoder().decode(bytes)) as { rule?: { note?: string } };
        return rule?.note === undefined ? [] : [rule.note];
      },
    );
    expect(guides.length).toBeGreaterThanOrEqual(2_000);
    for (const guide of guides.filter((_, index) => index % 4 === 0)) {
      expect(parseMarkdown(guide)).toEqual(gfm.parse(guide));
    }
  },
);
