import { splitAuthors } from '../../documents/authors.ts';
import { isoDate } from '../../documents/dates.ts';
import { type Fields, fieldsOf, textsOf } from '../../documents/fields.ts';
import { declaredTechniques, isAtlasId } from '../../mapping/declared-techniques.ts';
import type { MappingDraft, Pointer } from '../../mapping/mapping.ts';

/** A field and where it stands: under `tags` until 2025, at the top since. */
export function splunkField(content: Fields, key: string): { value: unknown; pointer: Pointer } {
  const tags = fieldsOf(content['tags']);
  return tags && key in tags
    ? { value: tags[key], pointer: ['tags', key] }
    : { value: content[key], pointer: [key] };
}

export function splunkMappings(content: Fields): MappingDraft[] {
  const { value, pointer } = splunkField(content, 'mitre_attack_id');
  return declaredTechniques(value, pointer);
}

/** The data sources a search works on, those written together (`A AND B`) one by one. */
export function splunkDataSources(content: Fields): string[] {
  // A few files spell the key in the plural.
  const written = [...textsOf(content['data_source']), ...textsOf(content['data_sources'])];
  const sources = written.flatMap((text) => text.split(/\sAND\s/)).map((source) => source.trim());
  return [...new Set(sources)].filter((source) => source !== '');
}

/** The day of its last change is all a search states until 2025. */
export function splunkDates(content: Fields): { created?: string; modified?: string } {
  const created = isoDate(content['creation_date']);
  const modified = isoDate(content['modification_date']) ?? isoDate(content['date']);
  return { ...(created !== undefined && { created }), ...(modified !== undefined && { modified }) };
}

export function splunkAuthors(content: Fields): string[] {
  return textsOf(content['author']).flatMap(splitAuthors);
}

/** One text, where it says more than that nothing is known. */
export function splunkFalsePositives(content: Fields): string[] {
  return textsOf(content['known_false_positives']).filter((text) => !/^(?:unknown|tbd)\.?$/i.test(text));
}

/** Everything else that tells what a search is about, each with the name of its field; CVE ids speak for themselves. */
export function splunkTags(content: Fields): string[] {
  const named = [
    ['Type', content['type']],
    ['Analytic story', splunkField(content, 'analytic_story').value],
    ['Asset type', splunkField(content, 'asset_type').value],
    ['Security domain', splunkField(content, 'security_domain').value],
  ] as const;
  const cves = [...textsOf(splunkField(content, 'cve').value), ...textsOf(splunkField(content, 'CVE').value)];
  const atlas = textsOf(splunkField(content, 'mitre_attack_id').value).filter(isAtlasId);
  return [
    ...new Set([
      ...named.flatMap(([name, value]) => textsOf(value).map((text) => `${name}: ${text}`)),
      ...cves,
      ...atlas,
    ]),
  ];
}
