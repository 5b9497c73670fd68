import { extname } from 'node:path/posix';
import { frontMatterValueSpan, locateFrontMatter } from '../../documents/markdown.ts';
import { parseBody } from '../../playbooks/body.ts';
import { outline } from '../../playbooks/outline.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { markdownRule, plainMarkdownFiles } from './plain-markdown-recognition.ts';
import { isTemplate, TEMPLATES } from './plain-recognition.ts';
import { readPlainRule } from './plain-rule.ts';

/**
 * Detections of products without a format of their own in the front matter of Markdown or MDX: the body is the guide, and
 * the queries in it are the rule's where the front matter states none.
 */
export const plainMarkdown: Reader = {
  ...plainMarkdownFiles,

  read(file) {
    const [document] = file.documents;
    const fields = markdownRule(file);
    if (!document || !fields) return {};
    if (isTemplate(fields)) return { ignored: TEMPLATES };
    const { rule, findings } = readPlainRule(fields, (pointer) => locateFrontMatter(file.text, pointer));
    const guide = document.body?.text.trim() ?? '';
    const isMdx = extname(file.path).toLowerCase() === '.mdx';
    return {
      detections: [
        {
          ...(rule.query === undefined && queryIn(guide, isMdx)),
          ...rule,
          ...(guide !== '' && { guide }),
          lines: document.lines,
          ordinal: document.ordinal,
        },
      ],
      findings,
    };
  },

  locate: (text, _ordinal, pointer) => locateFrontMatter(text, pointer),
  valueSpan: (text, _ordinal, pointer) => frontMatterValueSpan(text, pointer),
};

/** The fenced queries of the language that comes first: the same rule is often written for several products. */
function queryIn(body: string, isMdx: boolean): Pick<DetectionDraft, 'query' | 'language'> {
  // Parsing Markdown is slow, and many guides hold no query.
  if (!body.includes('```') && !body.includes('~~~')) return {};
  const queries = outline(parseBody(body, isMdx).tree, 1).queries;
  const [first] = queries;
  if (!first) return {};
  const query = queries
    .filter(({ language }) => language === first.language)
    .map(({ text }) => text)
    .join('\n\n');
  return { query, ...(first.language !== 'text' && { language: first.language }) };
}
