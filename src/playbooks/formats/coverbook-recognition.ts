import type { ParsedDocument, ParsedFile } from '../../documents/document.ts';
import type { Recognition } from '../../readers/reader.ts';
import { frontMatterKind } from '../front-matter-kind.ts';

export const playbookFiles: Recognition = {
  id: 'coverbook-playbook',
  extensions: ['.md', '.mdx', '.markdown'],

  recognises(file) {
    const data = frontMatter(file);
    return data !== undefined && frontMatterKind(data) === 'playbook';
  },
};

function frontMatter(file: ParsedFile): Record<string, unknown> | undefined {
  const document: ParsedDocument | undefined = file.documents[0];
  if (document?.syntax !== 'markdown' || typeof document.data !== 'object' || document.data === null)
    return undefined;
  return document.data as Record<string, unknown>;
}
