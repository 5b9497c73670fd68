import { fieldLists, textOf, textsOf } from '../../documents/fields.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';

export interface CarCoverage {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
}

/**
 * The ATT&CK mapping of a CAR analytic: techniques with their tactics and sub-techniques. The technique above a
 * sub-technique is always written, so there it is only the way (`path`). A technique under several tactics is paired
 * with none of them.
 */
export function carCoverage(coverage: unknown): CarCoverage {
  const read: CarCoverage = { mappings: [], tactics: [] };
  for (const { fields: entry, index } of fieldLists(coverage)) {
    const at: Pointer = ['coverage', index];
    const tactics = textsWithPlaces(entry['tactics'], [...at, 'tactics']);
    for (const tactic of tactics) {
      if (!read.tactics.some(({ written }) => written === tactic.written)) read.tactics.push(tactic);
    }
    const [only, ...more] = tactics;
    const pair = only && more.length === 0 ? { tactic: only.written } : {};
    const subtechniques = textsWithPlaces(entry['subtechniques'], [...at, 'subtechniques']);
    const technique = textOf(entry['technique']);
    if (technique !== undefined) {
      const isPath = subtechniques.length > 0;
      const mapping = declaredTechnique(technique, [...at, 'technique']);
      read.mappings.push({ ...mapping, ...pair, ...(isPath && { path: true as const }) });
    }
    for (const { written, pointer } of subtechniques) {
      read.mappings.push({ ...declaredTechnique(written, pointer), ...pair });
    }
  }
  return read;
}

function textsWithPlaces(value: unknown, pointer: Pointer): { written: string; pointer: Pointer }[] {
  if (!Array.isArray(value)) return textsOf(value).map((written) => ({ written, pointer }));
  return value.flatMap((item: unknown, index) => {
    const written = textOf(item);
    return written === undefined ? [] : [{ written, pointer: [...pointer, index] }];
  });
}
