import { techniqueIdIn } from '../../attack/ids.ts';
import type { ParsedDocument, ParsedFile } from '../../documents/document.ts';
import { fieldLists, fieldsOf, textOf, textsOf, type Fields } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import type { AtomicTestDraft } from '../atomic-test.ts';
import { testLines } from './atomic-lines.ts';

/**
 * Atomic Red Team: the catalogue of tests for one technique a file. Its indexes repeat all tests in one file and hold
 * nothing of their own.
 */
export const atomicRedTeam: Reader = {
  id: 'atomic-red-team',
  extensions: ['.yaml', '.yml', '.csv'],

  recognises: (file) => file.documents.some((document) => isTests(document) || isIndex(document)),

  read(file) {
    const document = file.documents.find(isTests);
    if (!document) return { ignored: 'that are indexes of Atomic Red Team' };
    const data = fieldsOf(document.data) ?? {};
    const technique = textOf(data['attack_technique']) ?? '';
    if (techniqueIdIn(technique) === undefined) return { ignored: 'that are templates of atomic tests' };
    return { atomics: atomicsOf(file, data, technique) };
  },

  locate: locateYaml,
};

function isTests({ data }: ParsedDocument): boolean {
  const fields = fieldsOf(data);
  return fields !== undefined && 'attack_technique' in fields && Array.isArray(fields['atomic_tests']);
}

function isIndex({ syntax, data }: ParsedDocument): boolean {
  if (syntax === 'csv') return data.header.includes('Technique #') && data.header.includes('Test Name');
  const [tactic] = Object.values(fieldsOf(data) ?? {});
  const [technique] = Object.values(fieldsOf(tactic) ?? {});
  const fields = fieldsOf(technique);
  return fields !== undefined && 'atomic_tests' in fields && 'technique' in fields;
}

function atomicsOf({ text }: ParsedFile, data: Fields, technique: string): AtomicTestDraft[] {
  const tests = Array.isArray(data['atomic_tests']) ? data['atomic_tests'] : [];
  const lines = testLines(text, tests.length);
  const mapping = declaredTechnique(technique, ['attack_technique']);
  return fieldLists(tests).flatMap(({ fields, index }): AtomicTestDraft[] => {
    const name = textOf(fields['name']);
    if (name === undefined) return [];
    const executor = fieldsOf(fields['executor']);
    const guid = textOf(fields['auto_generated_guid'])?.toLowerCase();
    const description = textOf(fields['description']);
    const executorName = textOf(executor?.['name']);
    return [
      {
        ...(guid !== undefined && { guid }),
        name,
        ...(description !== undefined && { description }),
        mapping,
        platforms: textsOf(fields['supported_platforms']),
        ...(executorName !== undefined && { executor: executorName }),
        elevated: executor?.['elevation_required'] === true,
        lines: lines[index] ?? { from: 1, to: 1 },
        ordinal: index,
      },
    ];
  });
}
