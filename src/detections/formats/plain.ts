import type { ParsedDocument } from '../../documents/document.ts';
import { type Fields, fieldsOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import type { Reader } from '../../readers/reader.ts';
import { isOtherContent, isPlainRule, isTemplate, TEMPLATES } from './plain-recognition.ts';
import { readPlainRule } from './plain-rule.ts';

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

function yamlRule({ syntax, data }: ParsedDocument): Fields | undefined {
  const fields = syntax === 'yaml' ? fieldsOf(data) : undefined;
  return fields && isPlainRule(fields) && !isOtherContent(fields) ? fields : undefined;
}
