import { fieldLists, textOf, textsOf, type Fields } from '../../documents/fields.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import { firstOfEachTactic } from './first-of-each.ts';

export interface OtrfMappings {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  /** Sub-techniques of a form that none has. */
  invalid: { written: unknown; pointer: Pointer }[];
}

/** Both spellings stand in one repository. */
const SUBTECHNIQUE_KEYS = ['sub_technique', 'sub-technique'];

/** The mapping of an OTRF hunt: one entry a technique, its sub-technique in a field of its own, with its tactics. */
export function otrfMappings(attackMappings: unknown): OtrfMappings {
  const read: OtrfMappings = { mappings: [], tactics: [], invalid: [] };
  for (const { fields, index } of fieldLists(attackMappings)) {
    const at: Pointer = ['attack_mappings', index];
    const tactics = textsOf(fields['tactics']);
    for (const [place, written] of tactics.entries()) {
      read.tactics.push({ written, pointer: [...at, 'tactics', place] });
    }
    const technique = textOf(fields['technique']);
    if (technique === undefined) continue;
    const { key, digits } = subtechnique(fields, at, read.invalid);
    const written = digits === undefined || technique.includes('.') ? technique : `${technique}.${digits}`;
    const [tactic] = tactics;
    read.mappings.push({
      ...declaredTechnique(written, [...at, key ?? 'technique']),
      ...(tactics.length === 1 && tactic !== undefined && { tactic }),
    });
  }
  return { ...read, tactics: firstOfEachTactic(read.tactics) };
}

/** Unquoted, `001` is the number 1 of YAML; `None`, written by a program in Python, is a text. */
function subtechnique(
  fields: Fields,
  at: Pointer,
  invalid: OtrfMappings['invalid'],
): { key?: string; digits?: string } {
  for (const key of SUBTECHNIQUE_KEYS) {
    const value = fields[key];
    const written = textOf(value);
    if (written === undefined ? value === null || value === undefined : /^(?:none|null|n\/a)$/i.test(written))
      continue;
    const digits = typeof value === 'number' ? String(value).padStart(3, '0') : (written ?? '');
    if (/^\d{3}$/.test(digits)) return { key, digits };
    invalid.push({ written: value, pointer: [...at, key] });
  }
  return {};
}
