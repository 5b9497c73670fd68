import { fieldsOf } from '../../documents/fields.ts';
import type { Recognition } from '../../readers/reader.ts';
import { pantherKind } from './panther-kinds.ts';

export const pantherFiles: Recognition = {
  id: 'panther',
  extensions: ['.yml', '.yaml'],

  recognises: (file) => file.documents.some(({ data }) => pantherKind(fieldsOf(data)) !== undefined),
};
