import { idsInProse } from '../../attack/ids.ts';
import { tacticShortname } from '../../mapping/tactic-names.ts';

/** What an entry of HEARTH's `tactics` holds. */
export interface TacticEntry {
  /** A tactic as its author names it, or the whole entry where it names nothing ATT&CK has. */
  tactic?: string;
  /** Ids of techniques, which belong into `techniques`. */
  techniques: string[];
}

const ATLAS = /\bAML\.|\bATLAS\b/i;

/**
 * The parts of a text that should name one tactic: `Defense Evasion (TA0005)`, `Masquerading (T1036)`,
 * `Tactic: Stealth (TA0005) - Technique: Masquerading (T1036)`, and what splitting such a list at its commas has left
 * (`Defense Evasion (T1218`, `T1566.002)`).
 */
export function tacticEntry(written: string): TacticEntry {
  if (ATLAS.test(written)) return { techniques: [] };
  const ids = idsInProse(written);
  const techniques = ids.filter(({ kind }) => kind === 'technique').map(({ id }) => id);
  const name = written
    .replace(/^\s*tactics?\s*:\s*/i, '')
    .split(/\(|\s-\s|\s–\s/, 1)[0]
    ?.trim();
  if (name !== undefined && tacticShortname(name) !== undefined) return { tactic: name, techniques };
  const id = ids.find(({ kind }) => kind === 'tactic')?.id;
  if (id !== undefined) return { tactic: id, techniques };
  const whole = written.trim();
  return techniques.length > 0 || whole === '' ? { techniques } : { tactic: whole, techniques };
}
