import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { MappingDraft, TacticMappingDraft } from '../../mapping/mapping.ts';
import { tacticShortname } from '../../mapping/tactic-names.ts';
import type { Span } from './kql-markdown-sections.ts';

/** A piece of the file's text and where it stands. */
export interface WrittenAt extends Span {
  text: string;
}

/** What a page states about ATT&CK, and the tags beside it. */
export interface KqlMapping {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  /** Stands where an id belongs and is none. */
  unrecognised: TacticMappingDraft[];
  /** Groups, campaigns and software. */
  actors: string[];
  tags: string[];
}

/** What people put where they have nothing to say. */
const NOTHING = /^(?:[-–—?]*|n\/?a|none|unknown|tbd|not applicable)$/i;

export function nothingMapped(): KqlMapping {
  return { mappings: [], tactics: [], unrecognised: [], actors: [], tags: [] };
}

/** Adds a technique, each once a tactic. */
export function addTechnique(found: KqlMapping, id: string, at: WrittenAt, tactic?: string): void {
  if (found.mappings.some((mapping) => mapping.id === id && mapping.tactic === tactic)) return;
  found.mappings.push({
    written: at.text,
    id,
    ...(tactic !== undefined && { tactic }),
    provenance: 'declared',
    pointer: offsetPointer(at.start, at.end),
  });
}

/** Adds a tactic by its id or its name, each spelling once; what is neither is unrecognised. */
export function addTactic(found: KqlMapping, at: WrittenAt): void {
  if (!isTactic(at.text)) addUnrecognised(found, at);
  else if (!found.tactics.some(({ written }) => written === at.text))
    found.tactics.push({ written: at.text, pointer: offsetPointer(at.start, at.end) });
}

/** Adds what stands in the place of an id, unless it says that there is nothing. */
export function addUnrecognised(found: KqlMapping, at: WrittenAt): void {
  if (!NOTHING.test(at.text))
    found.unrecognised.push({ written: at.text, pointer: offsetPointer(at.start, at.end) });
}

/** `TA0005`, `TA0005 - Defense Evasion` or a tactic's name in any spelling. */
export function isTactic(text: string): boolean {
  return /^TA\d{4}(?!\w)/i.test(text) || tacticShortname(text) !== undefined;
}
