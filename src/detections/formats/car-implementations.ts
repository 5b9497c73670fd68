import { fieldLists, textOf } from '../../documents/fields.ts';

/** One way an analytic is written down. */
export interface CarImplementation {
  /** As written: `Splunk`, `psuedocode`. */
  type: string;
  language: string;
  name?: string;
  description?: string;
  code?: string;
  dataModel?: string;
}

/** Languages by what CAR calls them, the one that says most of the analytic first. */
const LANGUAGES = new Map([
  ['sigma', 'sigma'],
  ['splunk', 'spl'],
  ['eql', 'eql'],
  ['elastic', 'lucene'],
  ['logpoint', 'logpoint'],
  ['dnif', 'dnif'],
]);
const RANKS = [...LANGUAGES.values()];

export function carImplementations(value: unknown): CarImplementation[] {
  return fieldLists(value).map(({ fields }) => {
    const type = textOf(fields['type']) ?? '';
    const [name, description, code, dataModel] = ['name', 'description', 'code', 'data_model'].map((key) =>
      textOf(fields[key]),
    );
    return {
      type,
      // Pseudocode in its three spellings, and whatever nobody has a language for.
      language: LANGUAGES.get(type.toLowerCase()) ?? 'text',
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(code !== undefined && { code }),
      ...(dataModel !== undefined && { dataModel }),
    };
  });
}

/** The implementation to show as the analytic's query: one that can be run before pseudocode, the first of its kind. */
export function bestImplementation(
  implementations: readonly CarImplementation[],
): { language: string; query: string } | undefined {
  let best: { language: string; query: string; rank: number } | undefined;
  for (const { language, code } of implementations) {
    if (code === undefined) continue;
    const place = RANKS.indexOf(language);
    const rank = place === -1 ? RANKS.length : place;
    if (!best || rank < best.rank) best = { language, query: code, rank };
  }
  return best && { language: best.language, query: best.query };
}
