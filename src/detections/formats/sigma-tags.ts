import type { MappingDraft, TacticMappingDraft } from '../../mapping/mapping.ts';
import { normaliseTag } from '../../mapping/normalise.ts';
import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';

/** What the tags of a Sigma rule say, in the order they are written. */
export interface SigmaTags {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  unrecognised: TacticMappingDraft[];
  actors: string[];
  tags: string[];
}

/** Sorts the tags of a rule into techniques, tactics, actors and everything else. */
export function sigmaTags(rule: Fields): SigmaTags {
  const read: SigmaTags = { mappings: [], tactics: [], unrecognised: [], actors: [], tags: [] };
  const items: unknown[] = Array.isArray(rule['tags']) ? rule['tags'] : [rule['tags']];
  for (const [index, item] of items.entries()) {
    const written = tagText(item);
    if (written === undefined) continue;
    addTag(read, written, Array.isArray(rule['tags']) ? ['tags', index] : ['tags']);
  }
  // Joe Security's rules keep the technique in a key of its own.
  const technique = textOf(rule['mitreattack']);
  if (technique !== undefined) addTag(read, technique, ['mitreattack']);
  read.actors = [...new Set(read.actors)];
  return read;
}

function addTag(read: SigmaTags, written: string, pointer: MappingDraft['pointer']): void {
  const tag = normaliseTag(written);
  switch (tag.kind) {
    case 'technique':
      read.mappings.push({ written, id: tag.id, provenance: 'declared', pointer });
      break;
    case 'tactic':
      read.tactics.push({ written, pointer });
      break;
    case 'actor':
      read.actors.push(tag.id);
      break;
    case 'unrecognised':
      read.unrecognised.push({ written, pointer });
      break;
    case 'other':
      read.tags.push(written.trim());
  }
}

/** A tag as written, blanks included. `- attack: t1059`, with a colon for the dot, is a map of one pair to YAML. */
function tagText(item: unknown): string | undefined {
  if (typeof item === 'string') return item.trim() === '' ? undefined : item;
  const [pair, ...more] = Object.entries(fieldsOf(item) ?? {});
  if (pair && more.length === 0) return `${pair[0]}: ${textOf(pair[1]) ?? ''}`.trim();
  return textOf(item);
}
