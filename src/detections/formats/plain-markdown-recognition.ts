import type { ParsedFile } from '../../documents/document.ts';
import { type Fields, fieldsOf } from '../../documents/fields.ts';
import { frontMatterKind } from '../../playbooks/front-matter-kind.ts';
import type { Recognition } from '../../readers/reader.ts';
import { isPlainRule } from './plain-recognition.ts';

export const plainMarkdownFiles: Recognition = {
  id: 'plain-markdown',
  extensions: ['.md', '.mdx', '.markdown'],

  recognises: (file) => markdownRule(file) !== undefined,
};

/** The front matter of a file that makes it a rule. */
export function markdownRule({ documents: [document] }: ParsedFile): Fields | undefined {
  const fields = document?.syntax === 'markdown' ? fieldsOf(document.data) : undefined;
  return fields && isPlainRule(fields) && frontMatterKind(fields) === 'detection' ? fields : undefined;
}
