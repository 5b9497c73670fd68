import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { normaliseTag } from '../../mapping/normalise.ts';
import { fieldLists, type Fields, fieldsOf, textOf } from '../../documents/fields.ts';

export interface ElasticThreat {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  unrecognised: TacticMappingDraft[];
}

/**
 * The ATT&CK mapping of an Elastic rule: one entry a tactic, with its techniques, with their sub-techniques. The
 * technique above a sub-technique is always written, so there it is only the way (`path`). Other frameworks share the
 * list and even the shape of ids; only `MITRE ATT&CK` entries are read.
 *
 * @param at Where the list stands: `['rule', 'threat']`.
 */
export function elasticThreat(threat: unknown, at: Pointer): ElasticThreat {
  const read: ElasticThreat = { mappings: [], tactics: [], unrecognised: [] };
  for (const { fields: entry, index } of fieldLists(threat)) {
    if (textOf(entry['framework']) !== 'MITRE ATT&CK') continue;
    const pointer: Pointer = [...at, index];
    const tactic = readTactic(entry, pointer);
    if (tactic) read.tactics.push(tactic);
    for (const { fields, index: place } of fieldLists(entry['technique'])) {
      const here = [...pointer, 'technique', place];
      const subtechniques = fieldLists(fields['subtechnique']);
      addTechnique(read, fields, here, tactic?.written, subtechniques.length > 0);
      for (const { fields: subtechnique, index: subplace } of subtechniques) {
        addTechnique(read, subtechnique, [...here, 'subtechnique', subplace], tactic?.written, false);
      }
    }
  }
  return read;
}

function readTactic(entry: Fields, pointer: Pointer): TacticMappingDraft | undefined {
  const tactic = fieldsOf(entry['tactic']);
  const key = textOf(tactic?.['id']) === undefined ? 'name' : 'id';
  const written = textOf(tactic?.[key]);
  return written === undefined ? undefined : { written, pointer: [...pointer, 'tactic', key] };
}

function addTechnique(
  read: ElasticThreat,
  fields: Fields,
  at: Pointer,
  tactic: string | undefined,
  isPath: boolean,
): void {
  const written = textOf(fields['id']);
  if (written === undefined) return;
  const pointer = [...at, 'id'];
  const normalised = normaliseTag(written);
  if (normalised.kind !== 'technique') {
    read.unrecognised.push({ written, pointer });
    return;
  }
  read.mappings.push({
    written,
    id: normalised.id,
    ...(tactic !== undefined && { tactic }),
    provenance: 'declared',
    ...(isPath && { path: true }),
    pointer,
  });
}
