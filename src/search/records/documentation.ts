import matter from 'gray-matter';
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { SearchRecord } from '../record.ts';

const reader = unified().use(remarkParse).use(remarkMdx);

/** A documentation page from its MDX, by the name of its file; the methodology stands at the root. */
export function documentationRecord(name: string, mdx: string): SearchRecord {
  const { data, content } = matter(mdx);
  const words = reader
    .parse(content)
    .children.filter(({ type }) => type === 'heading' || type === 'paragraph' || type === 'list')
    .map((node) => toString(node));
  return {
    type: 'documentation',
    path: name === 'methodology' ? 'methodology/' : `docs/${name}/`,
    title: String(data['title']),
    keys: [name],
    aliases: [],
    line: String(data['description']),
    text: words.join(' ').replaceAll(/\s+/g, ' '),
    filters: {},
  };
}
