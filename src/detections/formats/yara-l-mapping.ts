import { techniqueIdIn } from '../../attack/ids.ts';
import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { normaliseTag } from '../../mapping/normalise.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import { isPlaceholder, type ListItem, listItems } from './list-items.ts';
import type { YaraLMeta } from './yara-l-rules.ts';

export interface YaraLMapping {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  unrecognised: TacticMappingDraft[];
  actors: string[];
  /** What stands among the mapping and is of another framework: CAR, MITRE ATLAS. */
  tags: string[];
}

const TACTIC_KEY = /^(?:mitre_)?(?:attack_)?tactics?(?:_ids?)?$/;
const TECHNIQUE_KEY = /^(?:mitre_)?(?:attack_)?(?:sub_?)?techniques?(?:_ids?)?$|^mitre_(?:attack_)?ids?$/;
const URL_KEY = /^mitre_(?:attack_)?urls?$/;
const LIST_KEY = /^mitre(?:_attack)?$/;

const ATLAS = /^aml\.|\batlas\b/i;
/** `/techniques/T1562/008/` of any version of the site, and of the wiki before it. */
const TECHNIQUE_PAGE = /\/(?:wiki\/)?techniques?\/t\d{4}(?:\/\d{3})?/i;
const TACTIC_PAGE = /\/(?:wiki\/)?tactics?\/(ta\d{4})/i;

/**
 * The mapping in `meta`, in all the ways it has been written over the years: ids in `tactic` and `technique`; names
 * in `mitre_attack_tactic` and `mitre_attack_technique` with the page's address beside them, which then is the id;
 * one free list in `mitre`.
 */
export function yaraLMapping(meta: readonly YaraLMeta[]): YaraLMapping {
  const read: YaraLMapping = { mappings: [], tactics: [], unrecognised: [], actors: [], tags: [] };
  const entriesOf = (key: RegExp): ListItem[][] => meta.filter((entry) => key.test(entry.key)).map(itemsOf);
  for (const item of entriesOf(TACTIC_KEY).flat()) addTactic(read, item);
  for (const item of entriesOf(URL_KEY).flat()) addPage(read, item);
  const techniques = entriesOf(TECHNIQUE_KEY);
  const withId = techniques.filter((items) => items.some(({ text }) => techniqueIdIn(text) !== undefined));
  // A name beside an id or an address says the same once more, and ATT&CK renames techniques.
  const isById = withId.length > 0 || read.mappings.length > 0;
  for (const item of (isById ? withId : techniques).flat()) addTechnique(read, item);
  for (const item of entriesOf(LIST_KEY).flat()) addListed(read, item);
  return paired(withoutRepeats(read));
}

/** The items of an entry in their places; of a text with escapes, each at the place of the whole. */
function itemsOf({ value, start, end, isVerbatim }: YaraLMeta): ListItem[] {
  return listItems(value, start)
    .filter(({ text }) => !isPlaceholder(text))
    .map((item) => (isVerbatim ? item : { ...item, start, end }));
}

function pointerTo({ start, end }: ListItem): Pointer {
  return offsetPointer(start, end);
}

function addTactic(read: YaraLMapping, item: ListItem): void {
  if (ATLAS.test(item.text)) read.tags.push(item.text);
  else read.tactics.push({ written: item.text, pointer: pointerTo(item) });
}

function addTechnique(read: YaraLMapping, item: ListItem): void {
  if (ATLAS.test(item.text)) read.tags.push(item.text);
  else read.mappings.push(declaredTechnique(item.text, pointerTo(item)));
}

function addPage(read: YaraLMapping, item: ListItem): void {
  const [technique] = TECHNIQUE_PAGE.exec(item.text) ?? [];
  if (technique !== undefined) {
    const id = techniqueIdIn(technique);
    if (id !== undefined)
      read.mappings.push({ written: item.text, id, provenance: 'declared', pointer: pointerTo(item) });
    return;
  }
  const tactic = TACTIC_PAGE.exec(item.text)?.[1];
  if (tactic !== undefined) read.tactics.push({ written: tactic, pointer: pointerTo(item) });
}

function addListed(read: YaraLMapping, item: ListItem): void {
  const { text: written } = item;
  const bare = normaliseTag(written);
  const tag = bare.kind === 'other' ? normaliseTag(`attack.${written}`) : bare;
  if (tag.kind === 'technique')
    read.mappings.push({ written, id: tag.id, provenance: 'declared', pointer: pointerTo(item) });
  else if (tag.kind === 'tactic') read.tactics.push({ written, pointer: pointerTo(item) });
  else if (tag.kind === 'actor') read.actors.push(tag.id);
  else if (tag.kind === 'other' || ATLAS.test(written) || /^car[.-]\d/i.test(written))
    read.tags.push(written);
  else read.unrecognised.push({ written, pointer: pointerTo(item) });
}

function withoutRepeats(read: YaraLMapping): YaraLMapping {
  const seen = new Set<string>();
  return {
    ...read,
    mappings: read.mappings.filter(({ id }) => !seen.has(id) && seen.add(id)),
    actors: [...new Set(read.actors)],
    tags: [...new Set(read.tags)],
  };
}

/** One tactic and its techniques are a pair; of several nobody can say which goes with which. */
function paired(read: YaraLMapping): YaraLMapping {
  const [tactic, ...more] = read.tactics;
  if (!tactic || more.length > 0) return read;
  return { ...read, mappings: read.mappings.map((mapping) => ({ ...mapping, tactic: tactic.written })) };
}
