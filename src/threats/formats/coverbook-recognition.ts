import type { ParsedDocument } from '../../documents/document.ts';
import { fieldLists, fieldsOf } from '../../documents/fields.ts';
import type { Recognition } from '../../readers/reader.ts';

export const threatFiles: Recognition = {
  id: 'coverbook-threats',
  extensions: ['.yaml', '.yml'],

  recognises: (file) => file.documents.some(isProfile),
};

export function isProfile({ syntax, data }: ParsedDocument): boolean {
  const fields = syntax === 'yaml' ? fieldsOf(data) : undefined;
  const has = (list: string, ...keys: string[]): boolean =>
    fieldLists(fields?.[list]).some((item) => keys.every((key) => Object.hasOwn(item.fields, key)));
  return (
    has('actors', 'actor') ||
    has('procedures', 'technique') ||
    has('procedures', 'techniques') ||
    has('techniques', 'technique', 'weight')
  );
}
