import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';
import type { Recognition } from '../../readers/reader.ts';

export const otrfFiles: Recognition = {
  id: 'otrf',
  extensions: ['.yml', '.yaml'],

  recognises: ({ documents }) => documents.some(({ data }) => otrfHunt(data) !== undefined),
};

/** The fields of a hunt; undefined for any other document. */
export function otrfHunt(data: unknown): Fields | undefined {
  const fields = fieldsOf(data);
  return fields && Array.isArray(fields['attack_mappings']) && textOf(fields['hypothesis']) !== undefined
    ? fields
    : undefined;
}
