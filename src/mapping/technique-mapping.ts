import { techniqueIdIn } from '../attack/ids.ts';
import type { MappingDraft, Pointer } from './mapping.ts';

/** A technique an author declared in so many words; what has no id in it is kept as written, to be reported. */
export function declaredTechnique(written: string, pointer: Pointer): MappingDraft {
  return { written, id: techniqueIdIn(written) ?? written.trim(), provenance: 'declared', pointer };
}
