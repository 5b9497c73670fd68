import type { ParsedDocument } from '../../documents/document.ts';
import { fieldLists, fieldsOf } from '../../documents/fields.ts';
import type { Recognition } from '../../readers/reader.ts';

/** What an item may be called by. */
export const NAMES = ['dataComponent', 'dataComponents', 'logSource'] as const;

export const visibilityFiles: Recognition = {
  id: 'coverbook-visibility',
  extensions: ['.yaml', '.yml'],

  recognises: (file) => file.documents.some(isVisibility),
};

export function isVisibility({ syntax, data }: ParsedDocument): boolean {
  const entries = syntax === 'yaml' ? fieldLists(fieldsOf(data)?.['collected']) : [];
  return entries.some(({ fields }) => NAMES.some((name) => name in fields));
}
