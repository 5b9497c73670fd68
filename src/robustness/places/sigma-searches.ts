import type { DecidingPart } from '../judgement.ts';
import type { Place } from './place.ts';
import { yamlEntries, type YamlEntry } from './yaml-entries.ts';

/** Finds conditions of a Sigma rule's searches: a field with its values, one value of several that all must hold, a keyword. */
export function findInSearches(text: string, parts: readonly DecidingPart[]): (Place | undefined)[] {
  const entries = yamlEntries(text);
  const excluded = excludedSearches(entries);
  const kept = entries.filter(({ search }) => !excluded(search) && search !== 'condition');
  const taken = new Set<string>();
  return parts.map(({ field, written }) => {
    const place = kept
      .map((entry) => placeIn(entry, field, written))
      .find((found) => found && !taken.has(`${found.start}`));
    if (place) taken.add(`${place.start}`);
    return place;
  });
}

function placeIn({ key, values, start, end }: YamlEntry, field: string, written: string): Place | undefined {
  const [name, ...modifiers] = key.split('|');
  if (name !== field) return undefined;
  // Long ones are cut.
  const isSame = (text: string): boolean =>
    text === written || (written.endsWith('…') && text.startsWith(written.slice(0, -1)));
  const said = (value: string): string => oneLine(key === '' ? `'${value}'` : `${key}: '${value}'`);
  if (modifiers.includes('all') || key === '') {
    const value = values.find(({ text }) => isSame(said(text)) || written.startsWith(`${said(text)} … (`));
    if (value) return { start: value.start, end: value.end };
  }
  const [first] = values;
  if (!first) return undefined;
  const more = values.length > 1 ? ` … (${values.length} values)` : '';
  return isSame(said(first.text) + more) ? { start, end } : undefined;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Searches the condition takes only after a `not`: what they hold decides nothing. */
function excludedSearches(entries: readonly YamlEntry[]): (search: string) => boolean {
  const conditions = entries
    .filter(({ key, search }) => key === 'condition' && search === 'condition')
    .flatMap(({ values }) => values.map(({ text }) => text));
  const after = conditions.flatMap((condition) =>
    [...condition.matchAll(/\bnot\s+(?:(?:\d+|all|any)\s+of\s+)?([\w*-]+)/gi)].map(([, name = '']) => name),
  );
  return (search) =>
    after.some((name) => (name.endsWith('*') ? search.startsWith(name.slice(0, -1)) : search === name));
}
