import { techniqueIdIn } from '../../attack/ids.ts';
import { fieldsOf, textOf } from '../../documents/fields.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { tacticShortname } from '../../mapping/tactic-names.ts';

export interface PantherAttack {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  unrecognised: TacticMappingDraft[];
}

/** Spellings of the report that is ATT&CK, letters only; every other report is of another framework. */
const ATTACK_REPORTS = new Set(['mitreattck', 'mitreattack', 'attck', 'attack', 'mitre']);
const TACTIC_ID = /^TA\d{4}$/i;

/**
 * The ATT&CK mapping of a Panther detection: pairs `TA0006:T1110.001` under `Reports`. A tactic is also taken as the
 * name of a report with bare techniques under it, an uncommon way to write the same pair.
 */
export function pantherAttack(reports: unknown): PantherAttack {
  const read: PantherAttack = { mappings: [], tactics: [], unrecognised: [] };
  for (const [report, entries] of Object.entries(fieldsOf(reports) ?? {})) {
    const tactic = TACTIC_ID.test(report.trim()) ? report.trim() : undefined;
    if (tactic === undefined && !ATTACK_REPORTS.has(report.toLowerCase().replace(/[^a-z]/g, ''))) continue;
    if (tactic !== undefined) addTactic(read, tactic, ['Reports', report]);
    const items: unknown[] = Array.isArray(entries) ? entries : [entries];
    for (const [index, item] of items.entries()) {
      const written = entryText(item);
      const pointer = Array.isArray(entries) ? ['Reports', report, index] : ['Reports', report];
      if (written !== undefined) addEntry(read, written, tactic, pointer);
    }
  }
  return read;
}

/** `- TA0006: T1110`, with a blank behind the colon, is a map of one pair to YAML. */
function entryText(item: unknown): string | undefined {
  const [pair, ...more] = Object.entries(fieldsOf(item) ?? {});
  if (pair && more.length === 0) return `${pair[0]}: ${textOf(pair[1]) ?? ''}`.trim();
  return textOf(item);
}

function addEntry(read: PantherAttack, written: string, report: string | undefined, pointer: Pointer): void {
  const colon = written.indexOf(':');
  const left = colon === -1 ? undefined : written.slice(0, colon).trim();
  const right = written.slice(colon + 1).trim();
  const tactic = left ?? report;
  const isPair = left !== undefined && isTactic(left) && right !== '';
  // A pair with a known tactic means a technique, by its name where there is no id.
  const id = techniqueIdIn(right) ?? (isPair ? right : undefined);
  if (id === undefined) {
    const alone = right === '' ? (left ?? '') : written;
    if (isTactic(alone)) addTactic(read, alone, pointer);
    else read.unrecognised.push({ written, pointer });
    return;
  }
  const known = tactic !== undefined && isTactic(tactic) ? tactic : undefined;
  read.mappings.push({ written, id, ...(known && { tactic: known }), provenance: 'declared', pointer });
  if (known !== undefined) addTactic(read, known, pointer);
  else if (left !== undefined) read.unrecognised.push({ written: left, pointer });
}

function isTactic(text: string): boolean {
  return TACTIC_ID.test(text) || tacticShortname(text) !== undefined;
}

/** Most rules name the tactic once for each of its techniques. */
function addTactic(read: PantherAttack, written: string, pointer: Pointer): void {
  if (!read.tactics.some((tactic) => tactic.written === written)) read.tactics.push({ written, pointer });
}
