import { fieldLists, fieldsOf, textOf, type Fields } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import type { FileFinding } from '../../findings/finding.ts';
import { readLeniently, schemaFindings } from '../../findings/schema-findings.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import type { CollectedLogDraft } from '../collected-log.ts';
import { collectedLogSchema, visibilitySchema } from '../schema.ts';
import { isVisibility, NAMES, visibilityFiles } from './coverbook-recognition.ts';

/** The logs a team collects: YAML with a list `collected` whose items name a data component or a log. */
export const coverbookVisibility: Reader = {
  ...visibilityFiles,

  read(file) {
    const visibility: CollectedLogDraft[] = [];
    const findings: FileFinding[] = [];
    for (const { data, ordinal } of file.documents.filter(isVisibility)) {
      const locate = (pointer: Pointer) => locateYaml(file.text, ordinal, pointer);
      findings.push(...schemaFindings('visibility', readLeniently(visibilitySchema, data).issues, locate));
      for (const { fields, index } of fieldLists(fieldsOf(data)?.['collected'])) {
        const pointer = ['collected', index];
        const logs = readLog(fields, ordinal, pointer);
        visibility.push(...logs);
        if (!NAMES.some((name) => name in fields)) findings.push(nameless(locate(pointer)));
      }
    }
    return { visibility, findings };
  },

  locate: locateYaml,
};

/** One for each data component it names; of a log alone, one. */
function readLog(fields: Fields, ordinal: number, pointer: Pointer): CollectedLogDraft[] {
  const { value } = readLeniently(collectedLogSchema, fields);
  const { logSource, platforms = [], domains, quality, since, notes } = value;
  const named = [
    ...namesIn(fields['dataComponent'], [...pointer, 'dataComponent']),
    ...namesIn(fields['dataComponents'], [...pointer, 'dataComponents']),
  ];
  const alone = logSource === undefined ? [] : namesIn(logSource, [...pointer, 'logSource']);
  return (named.length > 0 ? named : alone).map((name) => ({
    dataComponent: name.written,
    ...(logSource !== undefined && { logSource }),
    platforms,
    ...(domains !== undefined && { domains }),
    ...(quality !== undefined && { quality }),
    ...(since !== undefined && { since }),
    ...(notes !== undefined && { notes }),
    ordinal,
    pointer: name.pointer,
  }));
}

function namesIn(value: unknown, pointer: Pointer): { written: string; pointer: Pointer }[] {
  const isList = Array.isArray(value);
  return (isList ? (value as unknown[]) : [value]).flatMap((item, index) => {
    const written = typeof item === 'string' ? textOf(item) : undefined;
    return written === undefined ? [] : { written, pointer: isList ? [...pointer, index] : pointer };
  });
}

function nameless(range: FileFinding['range']): FileFinding {
  return {
    rule: 'visibility/names-nothing',
    severity: 'error',
    message: 'Unexpected log without a name, expected a `dataComponent` or a `logSource`',
    hint: 'Say which data component of ATT&CK it gives, or call the log as ATT&CK does.',
    ...(range && { range }),
  };
}
