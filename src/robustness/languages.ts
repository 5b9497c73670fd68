import { CIM_FIELDS } from './fields/cim.ts';
import { ECS_FIELDS } from './fields/ecs.ts';
import { KUSTO_FIELDS, KUSTO_MODULE_FIELDS, KUSTO_PROCESS_FIELDS } from './fields/kusto.ts';
import { SIGMA_FIELDS } from './fields/sigma.ts';
import { UDM_FIELDS, UDM_LAUNCH_FIELDS, UDM_MODULE_FIELDS, UDM_OPEN_FIELDS } from './fields/udm.ts';
import type { JudgeContext } from './judge.ts';
import { parseEql } from './languages/eql.ts';
import { parseEsql } from './languages/esql.ts';
import { parseKuery } from './languages/kuery.ts';
import { parseKusto } from './languages/kusto.ts';
import { parseLucene } from './languages/lucene.ts';
import { parseSpl } from './languages/spl.ts';
import { toldBy } from './languages/told-by.ts';
import { parseYaraL } from './languages/yara-l.ts';
import type { QueryTree } from './query-tree.ts';

/** What it takes to judge the queries of one language. */
export interface Language {
  /** Never throws; linear in the size of the query. */
  parse(query: string): QueryTree;
  /** Asked in this order. */
  fields: JudgeContext['fields'];
  /** Asked before them: what fields mean in events of the kind the query says it reads. */
  fieldsOf?(tree: QueryTree): JudgeContext['fields'];
}

/** Winlogbeat keeps the names of Windows' own events, which are Sigma's. */
const ELASTIC: Language['fields'] = [ECS_FIELDS, SIGMA_FIELDS];

/** A file's name is a process' in tables of processes, a library's in those of libraries. */
function kustoFieldsOf(tree: QueryTree): Language['fields'] {
  const tables = toldBy(tree, (field) => field === '$table');
  if (tables.has('devicefileevents') || tables.has('deviceevents')) return [];
  if (tables.has('deviceprocessevents')) return [KUSTO_PROCESS_FIELDS];
  return tables.has('deviceimageloadevents') ? [KUSTO_MODULE_FIELDS] : [];
}

/** Who `principal` and `target` are depends on what the event is. */
function udmFieldsOf(tree: QueryTree): Language['fields'] {
  const types = toldBy(tree, (field) => field.endsWith('metadata.event_type'));
  if (types.has('process_launch')) return [UDM_LAUNCH_FIELDS];
  if (types.has('process_open') || types.has('process_injection')) return [UDM_OPEN_FIELDS];
  return types.has('process_module_load') ? [UDM_MODULE_FIELDS] : [];
}

/** Every language whose queries are taken apart, by the name a rule's `language` has. */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map<string, Language>([
  ['eql', { parse: parseEql, fields: ELASTIC }],
  ['esql', { parse: parseEsql, fields: ELASTIC }],
  ['kql', { parse: parseKusto, fields: [KUSTO_FIELDS, SIGMA_FIELDS], fieldsOf: kustoFieldsOf }],
  ['kuery', { parse: parseKuery, fields: ELASTIC }],
  ['lucene', { parse: parseLucene, fields: ELASTIC }],
  ['spl', { parse: parseSpl, fields: [CIM_FIELDS, SIGMA_FIELDS] }],
  ['yaral', { parse: parseYaraL, fields: [UDM_FIELDS], fieldsOf: udmFieldsOf }],
]);
