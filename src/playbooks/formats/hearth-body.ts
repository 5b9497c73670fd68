import { fieldLists, textOf, textsOf, type Fields } from '../../documents/fields.ts';
import { fencedQuery } from '../fenced-query.ts';
import { languageOfPlatform } from '../query-platforms.ts';
import { shown } from './shown.ts';

/** The hunt as Markdown: its body, then the prose and the queries that stand in front matter. */
export function hearthBody(body: string, fields: Fields): string {
  const queries = fieldLists(fields['detection_queries']).flatMap((item) => query(item.fields) ?? []);
  const parts = [
    body.trimEnd(),
    ...section('Notes', textsOf(fields['notes'])),
    ...section('False positives', textsOf(fields['false_positive_notes'])),
    ...section('Hunting queries', queries),
  ];
  return parts.length === 1 ? body : `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, texts: readonly string[]): string[] {
  return texts.length > 0 ? [`## ${title}`, ...texts] : [];
}

function query(fields: Fields): string | undefined {
  const text = textOf(fields['query']);
  if (text === undefined) return undefined;
  const platform = textOf(fields['platform']);
  const language = languageOfPlatform(platform ?? '') ?? 'text';
  return [
    ...(platform === undefined ? [] : [`### ${shown(platform)}`]),
    ...textsOf(fields['description']),
    fencedQuery({ language, text }),
  ].join('\n\n');
}
