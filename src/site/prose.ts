import rehypeSanitize from 'rehype-sanitize';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { techniquePath } from '../output/paths.ts';
import { href } from './href.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeStringify);

const rendered = new Map<string, string>();

/**
 * ATT&CK's Markdown as safe HTML: `(Citation: …)` marks become links to their sources, links to a
 * technique at MITRE lead to its page here.
 */
export function proseHtml(markdown: string, knowledge: KnowledgeBase): string {
  let html = rendered.get(markdown);
  if (html === undefined) {
    html = String(processor.processSync(withLinks(markdown, knowledge)));
    rendered.set(markdown, html);
  }
  return html;
}

function withLinks(markdown: string, knowledge: KnowledgeBase): string {
  return markdown
    .replace(/\(Citation: ([^)]+)\)/g, (mark, name: string) => {
      const citation = knowledge.prose?.citations.get(name.trim());
      return citation?.url === undefined ? mark : ` [(${escaped(name.trim())})](<${citation.url}>)`;
    })
    .replace(
      /\]\(https?:\/\/attack\.mitre\.org\/techniques\/(T\d{4})(?:\/(\d{3}))?\/?\)/g,
      (link, technique: string, sub: string | undefined) => {
        const id = sub === undefined ? technique : `${technique}.${sub}`;
        return knowledge.technique(id)?.state === 'active' ? `](${href(techniquePath(id))})` : link;
      },
    );
}

function escaped(text: string): string {
  return text.replace(/[[\]\\*_`]/g, '\\$&');
}
