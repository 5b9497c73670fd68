/**
 * The file format of a snapshot: the facts of one ATT&CK domain at one version as JSON, one object a line so that
 * two versions can be compared with `git diff`. Objects are positional arrays; ids in a list are joined by a space,
 * which halves the time to read them; what follows from an id (the parent of a sub-technique, the usual name of an analytic) is not written.
 */
import { z } from 'zod';
import { DOMAINS } from './domain.ts';

export const SNAPSHOT_FORMAT = 'coverbook-attack-snapshot';
export const SNAPSHOT_VERSION = 2;

type Cell = 'text' | 'texts';
type Row<Cells extends readonly Cell[]> = { [I in keyof Cells]: Cells[I] extends 'text' ? string : string[] };

/**
 * A list of rows of these cells. Checked by hand: zod's own tuples take several times as long as parsing the JSON,
 * and every run of every command waits for it.
 */
function rows<const Cells extends readonly Cell[]>(...cells: Cells): z.ZodCustom<Row<Cells>[], Row<Cells>[]> {
  const isRow = (row: unknown): boolean =>
    Array.isArray(row) &&
    row.length === cells.length &&
    cells.every((cell, index) => isCell(cell, row[index]));
  return z.custom<Row<Cells>[]>((value) => Array.isArray(value) && value.every(isRow), {
    message: `Expected rows of ${cells.join(', ')}`,
  });
}

function isCell(cell: Cell, value: unknown): boolean {
  if (cell === 'text') return typeof value === 'string';
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

const namesOfLogs = z.custom<string[]>(
  (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  { message: 'Expected names' },
);

/** An object's id and the ids it is related to. */
const relations = rows('text', 'text');

export const snapshotSchema = z.object({
  format: z.literal(SNAPSHOT_FORMAT),
  schemaVersion: z.literal(SNAPSHOT_VERSION),
  domain: z.enum(DOMAINS),
  version: z.string().regex(/^\d+\.\d+$/),
  /** Id, shortname, name. */
  tactics: rows('text', 'text', 'text'),
  /** Id, name, tactics, platforms, version or "", "" or the ids that revoked it or `deprecated` or `revoked` (by nothing). */
  techniques: rows('text', 'text', 'texts', 'texts', 'text', 'text'),
  /** Id, name, aliases. */
  groups: rows('text', 'text', 'texts'),
  campaigns: rows('text', 'text', 'texts'),
  /** Id, name, aliases, platforms. */
  malware: rows('text', 'text', 'texts', 'texts'),
  tools: rows('text', 'text', 'texts', 'texts'),
  /** Id, name. */
  mitigations: rows('text', 'text'),
  dataComponents: rows('text', 'text'),
  /** Id, name, analytics. */
  detectionStrategies: rows('text', 'text', 'text'),
  /** Names of logs; analytics refer to them by their place in the list. */
  logSources: namesOfLogs,
  /** Id, name or "" for the usual one, platforms, data components, logs as `DC0032:17`. */
  analytics: rows('text', 'text', 'texts', 'text', 'text'),
  uses: relations,
  attributions: relations,
  mitigates: relations,
  detects: relations,
});

export type Snapshot = z.output<typeof snapshotSchema>;

/** The name ATT&CK gives its analytics: `AN0110` → `Analytic 0110`. */
export function usualAnalyticName(id: string): string {
  return `Analytic ${id.replace(/^\D+/, '')}`;
}

export function joinIds(ids: readonly string[]): string {
  return ids.join(' ');
}

export function splitIds(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
