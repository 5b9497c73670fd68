import type { ParsedDocument } from '../../documents/document.ts';
import { type Fields, fieldsOf } from '../../documents/fields.ts';
import type { Recognition } from '../../readers/reader.ts';
import { isOtherContent, isPlainRule } from './plain-recognition.ts';

export const plainFiles: Recognition = {
  id: 'plain',
  extensions: ['.yaml', '.yml'],

  recognises: (file) => file.documents.some((document) => plainRuleOf(document) !== undefined),
};

export function plainRuleOf({ syntax, data }: ParsedDocument): Fields | undefined {
  const fields = syntax === 'yaml' ? fieldsOf(data) : undefined;
  return fields && isPlainRule(fields) && !isOtherContent(fields) ? fields : undefined;
}
