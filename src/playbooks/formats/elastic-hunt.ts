import { locateToml, tomlValueSpan } from '../../documents/locate-toml.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { fencedQuery } from '../fenced-query.ts';
import { outline } from '../outline.ts';
import type { PlaybookDraft, PlaybookQuery } from '../playbook.ts';
import { languageName } from '../query-languages.ts';
import { elasticHuntFiles, huntTable } from './elastic-hunt-recognition.ts';

/**
 * Hunts of Elastic's detection-rules repository: TOML with a `[hunt]` table. They state no status and no dates:
 * a published hunt is active, and its file's history stands in for the dates.
 *
 * @see https://github.com/elastic/detection-rules/tree/main/hunting
 */
export const elasticHunts: Reader = {
  ...elasticHuntFiles,

  read(file) {
    const hunt = huntTable(file);
    return hunt ? { playbooks: [playbook(hunt)] } : {};
  },

  locate: (text, _ordinal, pointer) => locateToml(text, pointer),
  valueSpan: (text, _ordinal, pointer) => tomlValueSpan(text, pointer),
};

function playbook(hunt: Record<string, unknown>): PlaybookDraft {
  const uuid = textOf(hunt['uuid']);
  const description = textOf(hunt['description'])?.trim();
  const queries = readQueries(hunt);
  const body = huntBody(textsOf(hunt['notes']), queries);
  return {
    format: 'elastic-hunt',
    ...(uuid !== undefined && { id: uuid }),
    title: textOf(hunt['name']) ?? uuid ?? 'Untitled hunt',
    ...(description !== undefined && description !== '' && { hypothesis: description }),
    mappings: readMappings(hunt['mitre']),
    tactics: [],
    actors: [],
    platforms: [],
    dataSources: textsOf(hunt['integration']),
    status: 'active',
    authors: textsOf(hunt['author']),
    runs: [],
    detections: [],
    references: textsOf(hunt['references']).filter((url) => /^https?:\/\//i.test(url)),
    queries,
    sections: outline(parseBody(body, false).tree, 1).sections,
    body,
    mdx: false,
  };
}

/** MITRE ATLAS ids (`AML.T0051`) stand in the same list and are none of ATT&CK's. */
function readMappings(mitre: unknown): PlaybookDraft['mappings'] {
  return (Array.isArray(mitre) ? mitre : []).flatMap((written: unknown, index) =>
    typeof written === 'string' && !/^\s*AML\./i.test(written)
      ? [declaredTechnique(written, ['hunt', 'mitre', index])]
      : [],
  );
}

function readQueries(hunt: Record<string, unknown>): PlaybookQuery[] {
  const declared = textsOf(hunt['language']).map(languageName);
  return textsOf(hunt['query']).map((query) => ({
    language: queryLanguage(query, declared),
    text: query.replace(/^\s*\n/, '').trimEnd(),
  }));
}

/** The list of languages covers all queries together: which one a query is in shows in its first word. */
function queryLanguage(query: string, declared: readonly string[]): string {
  const [only] = declared;
  if (declared.length === 1 && only !== undefined) return only;
  const first = firstWord(query).toLowerCase();
  const guess = ['from', 'row', 'show'].includes(first)
    ? 'esql'
    : ['select', 'sql', 'with'].includes(first)
      ? 'sql'
      : 'eql';
  return declared.length === 0 || declared.includes(guess) ? guess : (only ?? guess);
}

/** The hunt as Markdown: its notes, then its queries. */
function huntBody(notes: readonly string[], queries: readonly PlaybookQuery[]): string {
  const analysis = notes.length > 0 ? ['## Analysis', notes.map(listItem).join('\n')] : [];
  const execution = queries.length > 0 ? ['## Execution', ...queries.map(fencedQuery)] : [];
  return [...execution, ...analysis].join('\n\n');
}

function listItem(note: string): string {
  return `- ${note.trim().replaceAll('\n', '\n  ')}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
}

/** What a query begins with, comments left out; empty when that is no word. */
function firstWord(query: string): string {
  // One comment after the other: an expression for all of them would try every way to part a row of dashes.
  const skipped = /\s+|--[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\//y;
  let at = 0;
  while (skipped.test(query)) at = skipped.lastIndex;
  return /^\w*/.exec(query.slice(at))?.[0] ?? '';
}
