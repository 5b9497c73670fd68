import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import type { Root } from 'hast';
import { unified } from 'unified';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { eachElement } from '../playbooks/markdown/each-element.ts';
import { imageToLink } from '../playbooks/markdown/image-to-link.ts';
import { linkKind } from '../playbooks/markdown/link-safety.ts';
import { orSource } from '../playbooks/markdown/or-source.ts';
import { parseMarkdown } from '../playbooks/markdown/parse-markdown.ts';
import { sanitizeSchema } from '../playbooks/markdown/sanitize-schema.ts';
import { actorPath, techniquePath } from '../output/paths.ts';
import { href } from './href.ts';

const plain = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, sanitizeSchema)
  .use(rehypeLinksOnly)
  .use(rehypeStringify)
  .freeze();

/** For the few texts with HTML in them (`<code>`, `<br>`): parsing it costs as much as all the rest. */
const withHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, sanitizeSchema)
  .use(rehypeLinksOnly)
  .use(rehypeStringify)
  .freeze();

/** ATT&CK's Markdown as safe HTML; links to a technique or an actor at MITRE lead to its page here. */
export function proseHtml(markdown: string, knowledge: KnowledgeBase): string {
  const processor = markdown.includes('<') ? withHtml : plain;
  return orSource(markdown, () =>
    processor.stringify(processor.runSync(parseMarkdown(withOwnLinks(markdown, knowledge)))),
  );
}

/** Of images only the way to them stays, of links that hide where they lead only the text: a bundle may be anybody's. */
function rehypeLinksOnly() {
  return (tree: Root): void => {
    eachElement(tree, (node, parent, index) => {
      if (node.tagName === 'img') imageToLink(node);
      if (node.tagName !== 'a') return undefined;
      const { href: target } = node.properties;
      if (typeof target === 'string' && linkKind(target) !== 'unsafe') return undefined;
      parent.children.splice(index, 1, ...node.children);
      return index;
    });
  };
}

function withOwnLinks(markdown: string, knowledge: KnowledgeBase): string {
  const techniques = markdown.replace(
    /\]\(https?:\/\/attack\.mitre\.org\/techniques\/(T\d{4})(?:\/(\d{3}))?\/?\)/g,
    (link, technique: string, sub: string | undefined) => {
      const id = sub === undefined ? technique : `${technique}.${sub}`;
      return knowledge.technique(id)?.state === 'active' ? `](${href(techniquePath(id))})` : link;
    },
  );
  return techniques.replace(
    /\]\(https?:\/\/attack\.mitre\.org\/(?:groups|software|campaigns)\/([GSC]\d{4})\/?\)/g,
    (link, id: string) => (knowledge.techniquesUsedBy(id).length > 0 ? `](${href(actorPath(id))})` : link),
  );
}
