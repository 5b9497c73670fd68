import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { githubReporter } from '../../src/review/reporters/github.ts';
import { gitlabReporter } from '../../src/review/reporters/gitlab.ts';
import { htmlReporter } from '../../src/review/reporters/html.ts';
import { layerReporter } from '../../src/review/reporters/layer.ts';
import { markdownReporter } from '../../src/review/reporters/markdown.ts';
import { sarifReporter } from '../../src/review/reporters/sarif.ts';
import type { Layer } from '../../src/navigator/layer.ts';
import { sarifProblems } from '../lint/sarif-problems.ts';
import { validateLayer } from '../navigator/navigator-rules.ts';
import { gitlabProblems } from './gitlab-problems.ts';
import { hostileReview } from './hostile-review.ts';

const review = hostileReview();

describe('in Markdown, hostile text in every field', () => {
  const comment = markdownReporter.report(review, { color: false });
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .runSync(unified().use(remarkParse).use(remarkGfm).parse(comment));
  const elements = elementsOf(tree);

  test('makes no element but those of the report', () => {
    const own =
      'h2 h3 p blockquote table thead tbody tr th td strong br sub details summary b ul li a code pre ins del hr';
    expect([...new Set(elements.map(({ tagName }) => tagName))].sort()).toEqual(own.split(' ').sort());
    expect(elements.filter(({ tagName }) => tagName === 'details')).toHaveLength(9);
  });

  test('gives no element an attribute', () => {
    const names = elements.flatMap(({ tagName, properties }) =>
      Object.keys(properties).map((name) => `${tagName}.${name}`),
    );
    expect([...new Set(names)].sort()).toEqual(['a.href', 'pre.lang']);
  });

  test('links nowhere', () => {
    const addresses = elementsOf(tree, 'code').flatMap(({ properties }) => properties['href'] ?? []);
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses)
      expect(address).toMatch(/^https:\/\/(soc|git)\.example\.org\/[\w/.#-]+$/);
  });

  test('calls nobody and names no issue', () => {
    const spoken = textsOf(tree).join('\n');
    expect(spoken).toContain('everyone');
    expect(spoken).not.toMatch(/@\w|[#!]\d|www\.evil|\u202e|\u0007/);
  });

  test('splits no row of a table', () => {
    const rows = elements.filter(({ tagName }) => tagName === 'tr');
    expect(new Set(rows.map(({ children }) => children.filter(isElement).length))).toEqual(new Set([4, 6]));
  });

  test('is no command when the report is printed to a log', () => {
    expect(comment).not.toMatch(/^\s*::|##\[/m);
  });
});

describe('on the page, hostile text in every field', () => {
  const html = htmlReporter.report(review, { color: false });
  const tree = unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [{ type: 'doctype' }, { type: 'raw', value: html }] });
  const elements = elementsOf(tree);

  test('makes no element but those of the report', () => {
    const own =
      'html head meta title style body a main header h1 h2 h3 p ul li nav section span div dl dt dd code pre ins del br footer';
    expect([...new Set(elements.map(({ tagName }) => tagName))].sort()).toEqual(own.split(' ').sort());
  });

  test('gives no element an attribute', () => {
    const names = elements.flatMap(({ properties }) => Object.keys(properties));
    expect([...new Set(names)].sort()).toEqual([
      'ariaHidden',
      'ariaLabel',
      'charSet',
      'className',
      'content',
      'dataKind',
      'dataLevel',
      'dataSeverity',
      'href',
      'httpEquiv',
      'id',
      'lang',
      'name',
    ]);
  });

  test('links nowhere', () => {
    for (const { properties } of elements)
      expect(properties['href'] ?? '#').toMatch(/^(https:\/\/(soc|git)\.example\.org\/[\w/.#-]+|#[\w-]*)$/);
  });

  test('turns no reading direction', () => {
    expect(textsOf(tree).join('')).not.toMatch(/[\u202a-\u202e\u0007\u001b]/);
  });
});

test('in a log of GitHub, hostile text in every field begins no command of its own', () => {
  const lines = githubReporter.report(review, { color: false }).trimEnd().split('\n');
  const [verdict = '', ...annotations] = lines;
  expect(verdict).toContain('1 technique lost');
  for (const line of annotations)
    expect(line).toMatch(/^::(error|warning|notice) title=[^:]*(,file=[^:]*)?::[^\n]*$/);
  // One for each result, and none beside.
  expect(annotations).toHaveLength(7);
  expect(lines.join('')).not.toMatch(/[\u202a-\u202e\u0007\u001b]/);
});

test.each([sarifReporter, gitlabReporter, layerReporter])(
  'in JSON as $id, hostile text in every field stays in its string',
  (reporter) => {
    const text = reporter.report(review, { color: false });
    expect(JSON.stringify(JSON.parse(text), null, 2)).toBe(text.trimEnd());
    // No control character reaches a terminal.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  },
);

test('SARIF and code quality of hostile text hold', () => {
  expect(sarifProblems(JSON.parse(sarifReporter.report(review, { color: false })) as object)).toEqual([]);
  expect(gitlabProblems(JSON.parse(gitlabReporter.report(review, { color: false })))).toEqual([]);
});

test('the Navigator is given links to the site alone, and no turned text', () => {
  const layer = JSON.parse(layerReporter.report(review, { color: false })) as Layer;
  expect(validateLayer(layer)).toBe(true);
  const links = [layer.links, ...layer.techniques.map(({ links = [] }) => links)].flat();
  for (const one of links)
    expect(one).toHaveProperty('url', expect.stringMatching(/^https:\/\/soc\.example\.org\//));
  expect(JSON.stringify(layer)).not.toMatch(/[\u202a-\u202e]/);
});

function isElement(node: { type: string }): node is Element {
  return node.type === 'element';
}

/** Without what is inside of elements that no host looks into. */
function elementsOf(node: Root | Element, without?: string): Element[] {
  return node.children.flatMap((child) => {
    if (!isElement(child) || child.tagName === without) return [];
    return [child, ...elementsOf(child, without)];
  });
}

/** What a host looks for mentions in: not code. */
function textsOf(node: Root | Element): string[] {
  return node.children.flatMap((child) => {
    if (child.type === 'text') return [child.value];
    return isElement(child) && child.tagName !== 'code' && child.tagName !== 'pre' ? textsOf(child) : [];
  });
}
