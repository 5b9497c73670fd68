import type { ParsedDocument } from '../../documents/document.ts';
import { fieldLists, fieldsOf, textOf, type Fields } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { readLeniently, schemaFindings } from '../../findings/schema-findings.ts';
import type { MappingDraft, Pointer } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DecisionDraft } from '../decision.ts';
import { decisionSchema, decisionsSchema } from '../schema.ts';
import { decisionFiles, isDecisions } from './coverbook-recognition.ts';

/**
 * Decisions not to cover techniques: YAML with a list of `decisions`. One without techniques, a state or a reason is
 * a finding and decides nothing: its techniques stay in the denominator.
 */
export const coverbookDecisions: Reader = {
  ...decisionFiles,

  read(file) {
    const stated = file.documents.filter(isDecisions);
    return {
      decisions: stated.flatMap(readDecisions),
      findings: stated.flatMap(({ data, ordinal }) =>
        schemaFindings('scope', readLeniently(decisionsSchema, data).issues, (pointer) =>
          locateYaml(file.text, ordinal, pointer),
        ),
      ),
    };
  },

  locate: locateYaml,
};

/** Each on its own, so that one that cannot be read does not shift the places of the next. */
function readDecisions({ data, ordinal }: ParsedDocument): DecisionDraft[] {
  return fieldLists(fieldsOf(data)?.['decisions']).flatMap(({ fields, index }) => {
    const { state, reason, owner, decided, review } = readLeniently(decisionSchema, fields).value;
    const pointer = ['decisions', index];
    const techniques = techniquesOf(fields, [...pointer, 'techniques']);
    if (state === undefined || reason === undefined || techniques.length === 0) return [];
    return {
      techniques,
      state,
      reason,
      ...(owner !== undefined && { owner }),
      ...(decided !== undefined && { decided }),
      ...(review !== undefined && { review }),
      ordinal,
      pointer,
    };
  });
}

function techniquesOf({ techniques }: Fields, pointer: Pointer): MappingDraft[] {
  const entries: unknown[] = Array.isArray(techniques) ? techniques : [techniques];
  return entries.flatMap((entry, index) => {
    const written = typeof entry === 'string' ? textOf(entry) : undefined;
    return written === undefined ? [] : declaredTechnique(written, [...pointer, index]);
  });
}
