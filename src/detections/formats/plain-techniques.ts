import { idsInProse, techniqueIdIn } from '../../attack/ids.ts';
import { fieldsOf, textOf } from '../../documents/fields.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { normaliseTag } from '../../mapping/normalise.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';

const ATLAS = /\bAML\.|\bATLAS\b/i;

/** Keys a technique has its id under where a list holds maps. */
const ID_KEYS = ['id', 'technique', 'technique_id'];

export interface PlainTechniques {
  mappings: MappingDraft[];
  /** Tactics that stand among the techniques. */
  tactics: TacticMappingDraft[];
  /** Ids of MITRE ATLAS, which is another framework. */
  foreign: string[];
}

/**
 * Reads `techniques`: `T1059.001`, `attack.t1059.001`, `T1059.001 - PowerShell`, the address of the technique, its name,
 * or a map with an `id`; one text may hold several, separated by commas.
 */
export function plainTechniques(value: unknown): PlainTechniques {
  const read: PlainTechniques = { mappings: [], tactics: [], foreign: [] };
  const seen = new Set<string>();
  for (const { written, pointer } of entries(value)) {
    if (ATLAS.test(written)) read.foreign.push(written);
    else if (normaliseTag(written).kind === 'tactic') read.tactics.push({ written, pointer });
    else {
      const mapping = declaredTechnique(written, pointer);
      if (!seen.has(mapping.id)) read.mappings.push(mapping);
      seen.add(mapping.id);
    }
  }
  return read;
}

/** Reads `tactics`: a list, or one text with commas. */
export function plainTactics(value: unknown): TacticMappingDraft[] {
  if (!Array.isArray(value)) return pieces(textOf(value) ?? '', ['tactics']);
  return value.flatMap((item, index) => {
    const written = textOf(item);
    return written === undefined ? [] : [{ written, pointer: ['tactics', index] }];
  });
}

function entries(list: unknown): { written: string; pointer: Pointer }[] {
  const isList = Array.isArray(list);
  return (isList ? (list as unknown[]) : [list]).flatMap((item, index) => {
    const at: Pointer = isList ? ['techniques', index] : ['techniques'];
    const fields = fieldsOf(item);
    const key = ID_KEYS.find((name) => fields && textOf(fields[name]) !== undefined);
    const value = key === undefined ? item : fields?.[key];
    const written = typeof value === 'boolean' ? undefined : textOf(value);
    return written === undefined ? [] : several(written, key === undefined ? at : [...at, key]);
  });
}

/** Cut at commas only where every piece has an id: names of techniques may hold one. */
function several(written: string, pointer: Pointer): { written: string; pointer: Pointer }[] {
  const parts = pieces(written, pointer);
  if (parts.length > 1 && parts.every((part) => techniqueIdIn(part.written) !== undefined)) return parts;
  const ids = new Set(idsInProse(written).flatMap(({ kind, id }) => (kind === 'technique' ? [id] : [])));
  return ids.size > 1 ? [...ids].map((id) => ({ written: id, pointer })) : [{ written, pointer }];
}

function pieces(written: string, pointer: Pointer): { written: string; pointer: Pointer }[] {
  return written
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => ({ written: piece, pointer }));
}
