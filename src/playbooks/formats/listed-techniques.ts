import { idsInProse } from '../../attack/ids.ts';
import { textsOf } from '../../documents/fields.ts';
import type { MappingDraft, Pointer } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import { firstOfEach } from './first-of-each.ts';

const ATLAS = /\bAML\.|\bATLAS\b/i;

/**
 * The techniques of a front-matter list. Some write one text with several ids (`T1059.001, T1078`); MITRE ATLAS
 * shares the lists of those who hunt AI systems and is left out.
 */
export function listedTechniques(value: unknown, pointer: Pointer): MappingDraft[] {
  const isList = Array.isArray(value);
  const items: unknown[] = isList ? value : [value];
  const mappings = items.flatMap((item, index) => {
    const [written] = textsOf(item);
    if (written === undefined || ATLAS.test(written)) return [];
    const at = isList ? [...pointer, index] : pointer;
    const ids = idsInProse(written).filter(({ kind }) => kind === 'technique');
    return ids.length > 1
      ? ids.map(({ id }) => ({ written, id, provenance: 'declared' as const, pointer: [...at] }))
      : [declaredTechnique(written, at)];
  });
  return firstOfEach(mappings);
}
