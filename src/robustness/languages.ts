import { ECS_FIELDS } from './fields/ecs.ts';
import { SIGMA_FIELDS } from './fields/sigma.ts';
import type { JudgeContext } from './judge.ts';
import { parseEql } from './languages/eql.ts';
import { parseEsql } from './languages/esql.ts';
import { parseKuery } from './languages/kuery.ts';
import { parseLucene } from './languages/lucene.ts';
import type { QueryTree } from './query-tree.ts';

/** What it takes to judge the queries of one language. */
export interface Language {
  /** Never throws; linear in the size of the query. */
  parse(query: string): QueryTree;
  /** Asked in this order. */
  fields: JudgeContext['fields'];
}

/** Winlogbeat keeps the names of Windows' own events, which are Sigma's. */
const ELASTIC: Language['fields'] = [ECS_FIELDS, SIGMA_FIELDS];

/** Every language whose queries are taken apart, by the name a rule's `language` has. */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map<string, Language>([
  ['eql', { parse: parseEql, fields: ELASTIC }],
  ['esql', { parse: parseEsql, fields: ELASTIC }],
  ['kuery', { parse: parseKuery, fields: ELASTIC }],
  ['lucene', { parse: parseLucene, fields: ELASTIC }],
]);
