import type { Domain } from '../attack/domain.ts';
import { toCsv } from '../export/csv.ts';
import { toDettect } from '../export/dettect.ts';
import { toStix } from '../export/stix.ts';
import type { Subtechniques } from '../export/svg/cells.ts';
import { TABLES } from '../export/tables.ts';
import { tablesReport } from '../export/tables-json.ts';
import { inDomain, type ExportInput } from '../export/tables/export-input.ts';
import type { Table } from '../export/tables/table.ts';
import { drawings } from './export-drawings.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'svg', 'dettect', 'stix'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a person asked for. */
export interface ExportRequest {
  format: ExportFormat;
  /** Ids of tables; empty for the format's own choice. */
  what: readonly string[];
  /** Undefined for all of them where the format holds several. */
  domain?: Domain;
  /** Id of a layer of ours, or path of a Navigator layer. */
  layer: string;
  subtechniques: Subtechniques;
  bom: boolean;
  /** Several files can be written. */
  intoFolder: boolean;
  cwd: string;
}

export interface ExportFile {
  /** `techniques.csv` */
  name: string;
  content: string | Uint8Array;
}

/** The files one format makes of a workspace; what a format leaves out is told by `note`. */
export async function exportFiles(
  input: ExportInput,
  request: ExportRequest,
  note: (text: string) => void,
): Promise<ExportFile[]> {
  const chosen = request.domain === undefined ? input : inDomain(input, request.domain);
  switch (request.format) {
    case 'csv':
      return csvFiles(chosen, request);
    case 'json': {
      const report = tablesReport(chosen.workspace, tablesOf(chosen, request.what));
      return [{ name: 'coverage.json', content: `${JSON.stringify(report, null, 1)}\n` }];
    }
    case 'xlsx': {
      const { toXlsx } = await import('../export/xlsx.ts');
      const tables = tablesOf(chosen, request.what);
      return [{ name: 'coverage.xlsx', content: await toXlsx(chosen.workspace, tables) }];
    }
    case 'stix':
      return [{ name: 'stix-bundle.json', content: `${JSON.stringify(stixOf(chosen, note), null, 1)}\n` }];
    case 'dettect':
      return dettectFiles(input, request, note);
    case 'svg':
      return drawings(input, request, note);
  }
}

function csvFiles(input: ExportInput, { what, intoFolder, bom }: ExportRequest): ExportFile[] {
  const ids = what.length === 0 && !intoFolder ? ['techniques'] : what;
  return tablesOf(input, ids).map((table) => ({ name: `${table.id}.csv`, content: toCsv(table, { bom }) }));
}

/** The tables asked for in the order of the list, or all. */
function tablesOf(input: ExportInput, ids: readonly string[]): Table[] {
  const chosen = ids.length === 0 ? TABLES : TABLES.filter(({ id }) => ids.includes(id));
  return chosen.map((definition) => definition.build(input));
}

function stixOf({ workspace }: ExportInput, note: (text: string) => void): ReturnType<typeof toStix> {
  const left =
    workspace.detections.filter(({ counts }) => !counts).length +
    workspace.playbooks.filter(({ current }) => !current).length;
  if (left > 0) note(`${left} rules and playbooks are left out: they do not count, or are not current.`);
  return toStix(workspace);
}

function dettectFiles(
  { workspace, coverage }: ExportInput,
  { domain, intoFolder }: ExportRequest,
  note: (text: string) => void,
): ExportFile[] {
  const all = [...workspace.knowledge.values()];
  const chosen = all.filter((base) => domain === undefined || base.domain === domain);
  const written = intoFolder ? chosen : chosen.slice(0, 1);
  if (written.length < chosen.length) note(onlyFirst(written[0]?.domain));
  return written.flatMap((knowledge) => {
    const assessed = coverage.domains.get(knowledge.domain);
    if (!assessed) return [];
    return [{ name: `dettect-${knowledge.domain}.yaml`, content: toDettect(workspace, knowledge, assessed) }];
  });
}

/** Said when a format holds one domain a file and there is one file only. */
export function onlyFirst(domain: Domain | undefined): string {
  return `Only ${domain ?? 'the first domain'}: name another with --domain, or a folder for all with --out.`;
}
