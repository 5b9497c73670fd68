import type { ParsedDocument } from '../../documents/document.ts';
import { fieldLists, fieldsOf } from '../../documents/fields.ts';
import type { Recognition } from '../../readers/reader.ts';

export const decisionFiles: Recognition = {
  id: 'coverbook-decisions',
  extensions: ['.yaml', '.yml'],

  recognises: (file) => file.documents.some(isDecisions),
};

export function isDecisions({ syntax, data }: ParsedDocument): boolean {
  const entries = syntax === 'yaml' ? fieldLists(fieldsOf(data)?.['decisions']) : [];
  return entries.some(({ fields }) => 'techniques' in fields || ('state' in fields && 'reason' in fields));
}
