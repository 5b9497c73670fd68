import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import type { FileFinding, Range } from '../../findings/finding.ts';
import { tacticEntry } from './hearth-tactics.ts';
import { statedText } from './placeholder.ts';
import { firstOfEach, firstOfEachTactic } from './first-of-each.ts';
import { MOST_FINDINGS } from './findings-limit.ts';
import { shown } from './shown.ts';

/** Between tactics that stand in one text; a slash may also stand in an id. */
const SEPARATOR = /[,;\n]|\/(?!\d)/;

export interface HearthMapping {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  findings: FileFinding[];
}

/**
 * The mapping of a HEARTH hunt. Its tactics may hold techniques: they are the mapping where no technique is declared
 * in the proper place, else a note, since a list of tactics says of none that it is what the hunt looks for.
 *
 * @param declared What stands in the proper place.
 * @param written The tactics as written.
 */
export function hearthMapping(
  declared: readonly MappingDraft[],
  written: readonly TacticMappingDraft[],
  locate: (pointer: Pointer) => Range | undefined,
): HearthMapping {
  const named: TacticMappingDraft[] = [];
  const astray: MappingDraft[] = [];
  for (const { written: text, pointer } of written) {
    for (const part of statedText(text)?.split(SEPARATOR) ?? []) {
      const { tactic, techniques } = tacticEntry(part);
      if (tactic !== undefined) named.push({ written: tactic, pointer });
      for (const id of techniques)
        astray.push({ written: text, id, provenance: 'declared', pointer: [...pointer] });
    }
  }
  const tactics = firstOfEachTactic(named);
  if (declared.length === 0) return { mappings: firstOfEach(astray), tactics, findings: [] };
  const ids = new Set(declared.map(({ id }) => id));
  return {
    mappings: [...declared],
    tactics,
    findings: firstOfEach(astray)
      .slice(0, MOST_FINDINGS)
      .map(({ id, pointer }) => {
        const range = locate(pointer);
        return {
          rule: 'hearth/technique-in-tactics',
          severity: 'note',
          message: `Unexpected technique \`${shown(id)}\` among the tactics, expected tactics only`,
          hint: ids.has(id)
            ? 'It is declared in its place as well: leave the tactic only.'
            : 'Move it to `techniques` when the hunt looks for it; until then it does not count.',
          ...(range && { range }),
        };
      }),
  };
}
