import type { Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { writtenItems } from '../../mapping/declared-techniques.ts';
import { tacticShortname } from '../../mapping/tactic-names.ts';

/** Words Microsoft's products use in the place of a tactic; ATT&CK has none of them. */
const FOREIGN = new Set([
  'preattack',
  'ransomware',
  'vulnerability',
  'exploit',
  'exploits',
  'misconfiguration',
  'malware',
  'malware, component',
]);

/** The tactics of a Sentinel item as written, and the words in their place that are none of ATT&CK's. */
export function sentinelTactics(
  value: unknown,
  pointer: Pointer,
): { tactics: TacticMappingDraft[]; foreign: string[] } {
  const tactics: TacticMappingDraft[] = [];
  const foreign: string[] = [];
  for (const { text, at } of writtenItems(value, pointer)) {
    if (FOREIGN.has(text.toLowerCase())) foreign.push(text);
    else tactics.push(...namesOf(text).map((written) => ({ written, pointer: at })));
  }
  return { tactics, foreign };
}

/** `Persistence, Discovery` in one text are two. */
function namesOf(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  return names.every((name) => tacticShortname(name) !== undefined) ? names : [text];
}
