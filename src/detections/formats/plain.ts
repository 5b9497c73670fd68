import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import type { Reader } from '../../readers/reader.ts';
import { isTemplate, TEMPLATES } from './plain-recognition.ts';
import { readPlainRule } from './plain-rule.ts';
import { plainFiles, plainRuleOf } from './plain-yaml-recognition.ts';

/** Detections of products without a format of their own: YAML with a `title` and `techniques`, one to a document. */
export const plain: Reader = {
  ...plainFiles,

  read(file) {
    const read = file.documents.flatMap((document) => {
      const fields = plainRuleOf(document);
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
