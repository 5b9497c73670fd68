import type { ParsedDocument } from '../../documents/document.ts';
import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';
import type { Recognition } from '../../readers/reader.ts';

export const carFiles: Recognition = {
  id: 'car',
  extensions: ['.yml', '.yaml'],

  recognises: (file) => file.documents.some((document) => carAnalytic(document) !== undefined),
};

const ID = /^CAR-\d{4}-\d{2}-\d{3}$/;
const KEYS = ['coverage', 'implementations', 'analytic_types', 'submission_date'];

/** The fields of an analytic; undefined for any other document. */
export function carAnalytic({ data }: ParsedDocument): Fields | undefined {
  const fields = fieldsOf(data);
  return fields && ID.test(textOf(fields['id']) ?? '') && KEYS.some((key) => key in fields)
    ? fields
    : undefined;
}
