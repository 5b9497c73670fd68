import { parentId, techniqueIdIn } from '../../attack/ids.ts';
import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import { isPlaceholder, type ListItem, listItems } from './list-items.ts';
import type { SuricataOption } from './suricata-rules.ts';

/** One `key value` of `metadata`; the span is the value's. Underscores are as written. */
export interface SuricataMetadata extends ListItem {
  key: string;
}

export interface SuricataMapping {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
}

/** The pairs of all `metadata` options of a rule; a key may come more than once. */
export function suricataMetadata(options: readonly SuricataOption[]): SuricataMetadata[] {
  return options.flatMap(({ name, value, start }) =>
    name === 'metadata' ? listItems(value, start).flatMap(pair) : [],
  );
}

/** `created_at 2020_08_20`, in a rule of several lines perhaps behind the end of the line before. */
function pair(item: ListItem): SuricataMetadata[] {
  const match = /^[\s\\#]*([\w.-]+)[\s:]+([^\s:][^]*)$/.exec(item.text);
  const [whole = '', key = '', written = ''] = match ?? [];
  let length = written.length;
  while (length > 0 && /[\s\\#]/.test(written.charAt(length - 1))) length -= 1;
  const text = written.slice(0, length);
  const start = item.start + whole.length - written.length;
  return text === '' ? [] : [{ key: key.toLowerCase(), text, start, end: start + text.length }];
}

/**
 * The mapping as Emerging Threats writes it: ids and names of one tactic and one technique. The id is what counts;
 * a sub-technique, which local rules add, makes the technique beside it the way to it.
 */
export function suricataMapping(metadata: readonly SuricataMetadata[]): SuricataMapping {
  const of = (key: RegExp): SuricataMetadata[] =>
    metadata.filter(
      (entry) => key.test(entry.key) && !isPlaceholder(entry.text) && !/^aml\./i.test(entry.text),
    );
  const tactics = firstNonEmpty(of(/^mitre_tactic_ids?$/), of(/^mitre_tactic(?:_names?)?$/)).map((entry) => ({
    written: entry.text,
    pointer: pointerTo(entry),
  }));
  const techniques = firstNonEmpty(of(/^mitre_technique_ids?$/), of(/^mitre_technique(?:_names?)?$/));
  const parent = techniques.length === 1 ? techniqueIdIn(techniques[0]?.text ?? '') : undefined;
  const mappings = [
    ...techniques.map((entry) => technique(entry, entry.text)),
    ...of(/^mitre_sub_?technique_ids?$/).map((entry) => technique(entry, fullId(entry.text, parent))),
  ];
  const parents = new Set(mappings.map(({ id }) => parentId(id)));
  const [tactic] = tactics.length === 1 ? tactics : [];
  return {
    tactics,
    mappings: mappings.map((mapping) => ({
      ...mapping,
      ...(tactic && { tactic: tactic.written }),
      ...(parents.has(mapping.id) && { path: true as const }),
    })),
  };
}

function firstNonEmpty(ids: SuricataMetadata[], names: SuricataMetadata[]): SuricataMetadata[] {
  return ids.length > 0 ? ids : names;
}

/** Names are written with underscores: `Exploit_Public_Facing_Application`. */
function technique(entry: SuricataMetadata, id: string): MappingDraft {
  const mapping = declaredTechnique(id, pointerTo(entry));
  return { ...mapping, written: entry.text, id: mapping.id.replaceAll('_', ' ') };
}

/** `T1595.002`, or the number of the sub-technique alone: `002`, `.002`. */
function fullId(written: string, parent: string | undefined): string {
  const number = /^\.?(\d{3})$/.exec(written)?.[1];
  return number !== undefined && parent !== undefined ? `${parent}.${number}` : written;
}

function pointerTo({ start, end }: ListItem): Pointer {
  return offsetPointer(start, end);
}
