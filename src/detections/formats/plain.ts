import { extname } from 'node:path/posix';
import type { ParsedDocument, ParsedFile } from '../../documents/document.ts';
import { type Fields, fieldsOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import { frontMatterValueSpan, locateFrontMatter } from '../../documents/markdown.ts';
import { parseBody } from '../../playbooks/body.ts';
import { frontMatterKind } from '../../playbooks/front-matter-kind.ts';
import { outline } from '../../playbooks/outline.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { isOtherContent, isPlainRule, isTemplate } from './plain-recognition.ts';
import { readPlainRule } from './plain-rule.ts';

const TEMPLATES = 'that are templates of detections';

/** Detections of products without a format of their own: YAML with a `title` and `techniques`, one to a document. */
export const plain: Reader = {
  id: 'plain',
  extensions: ['.yaml', '.yml'],

  recognises: (file) => file.documents.some((document) => yamlRule(document) !== undefined),

  read(file) {
    const read = file.documents.flatMap((document) => {
      const fields = yamlRule(document);
      if (!fields || isTemplate(fields)) return [];
      const { lines, ordinal } = document;
      const { rule, findings } = readPlainRule(fields, (pointer) => locateYaml(file.text, ordinal, pointer));
      return [{ detection: { ...rule, lines, ordinal }, findings }];
    });
    if (read.length === 0) return { ignored: TEMPLATES };
    return {
      detections: read.map(({ detection }) => detection),
      findings: read.flatMap(({ findings }) => findings),
    };
  },

  locate: locateYaml,
  valueSpan: yamlValueSpan,
};

/**
 * The same in the front matter of Markdown or MDX: the body is the guide, and the queries in it are the rule's where
 * the front matter states none.
 */
export const plainMarkdown: Reader = {
  id: 'plain-markdown',
  extensions: ['.md', '.mdx', '.markdown'],

  recognises: (file) => markdownRule(file) !== undefined,

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

function yamlRule({ syntax, data }: ParsedDocument): Fields | undefined {
  const fields = syntax === 'yaml' ? fieldsOf(data) : undefined;
  return fields && isPlainRule(fields) && !isOtherContent(fields) ? fields : undefined;
}

function markdownRule({ documents: [document] }: ParsedFile): Fields | undefined {
  const fields = document?.syntax === 'markdown' ? fieldsOf(document.data) : undefined;
  return fields && isPlainRule(fields) && frontMatterKind(fields) === 'detection' ? fields : undefined;
}

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
