import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { markdownReporter } from '../../src/review/reporters/markdown.ts';
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
    for (const address of addresses) expect(address).toMatch(/^https:\/\/(soc|git)\.example\.org\/[\w/.-]+$/);
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
