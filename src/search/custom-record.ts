import type { CustomRecord } from 'pagefind';
import { writeResultAddress } from './address.ts';
import { bareName } from './bare-name.ts';
import type { SearchRecord } from './record.ts';

/** Titles of what ATT&CK names weigh more than those people gave their rules: they go by a name of their own. */
const OF_ATTACK = new Set(['technique', 'tactic', 'actor']);

/**
 * A record as Pagefind takes it. Paths are relative to the root of the site, so that the index is the same under
 * every base. Keys are written bare: Pagefind would find `T1059.001` by `001`, and a UUID by each of its parts. A
 * level stands among the filters, where results carry it too.
 */
export function toCustomRecord(record: SearchRecord): CustomRecord {
  const { type, path, title, id, keys, aliases, level, line, text } = record;
  const filters = Object.entries({ ...record.filters, type: [type], ...(level && { level: [level] }) });
  return {
    url: writeResultAddress({ path, id: id ?? '', line }),
    language: 'en',
    content: text === '' ? title : text,
    meta: {
      [OF_ATTACK.has(type) ? 'name' : 'title']: title,
      ...(aliases.length > 0 && { alias: aliases.join('\n') }),
      ...(keys.length > 0 && { key: [...new Set(keys.map(bareName))].join(' ') }),
    },
    filters: Object.fromEntries(
      filters.filter(([, values]) => values.length > 0).map(([name, values]) => [name, [...values]]),
    ),
  };
}
