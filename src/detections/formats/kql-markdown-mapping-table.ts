import { idsInProse, techniqueIdIn } from '../../attack/ids.ts';
import {
  addTactic,
  addTechnique,
  addUnrecognised,
  isTactic,
  type KqlMapping,
  type WrittenAt,
} from './kql-markdown-found.ts';
import { sourceOf, type KqlPage } from './kql-markdown-sections.ts';
import { cellUnder, type KqlCell, type KqlTable } from './kql-markdown-table.ts';

const ID = /^(?:(?:att&ck |mitre )*techniques?(?: ?\(s\))?(?: ids?)?|ids?)$/;
const SUBTECHNIQUE = /^sub-?techniques?(?: ids?)?$/;
const TACTIC = /^tactics?(?: ids?)?$/;
const STATE = /^technique, tactic,? or state$/;
const COVERED = /^covered\b/;

/** Whether a table states a mapping wherever it stands: its columns say so. */
export function isMappingTable({ header }: KqlTable): boolean {
  const [first, second, third] = header;
  return (first === 'technique id' && second === 'title' && third === 'link') || isCoverageTable({ header });
}

/** A table of every tactic with a mark at those that are covered. */
export function isCoverageTable({ header }: Pick<KqlTable, 'header'>): boolean {
  return header.some((name) => STATE.test(name)) && header.some((name) => COVERED.test(name));
}

/** Reads the mapping out of a table: one technique a row, or a mark at what is covered. */
export function readMappingTable(page: KqlPage, table: KqlTable, found: KqlMapping): void {
  const isCoverage = isCoverageTable(table);
  for (const row of table.rows) {
    if (isCoverage) readCoverageRow(table, row, found);
    else readTechniqueRow(page, table, row, found);
  }
}

/** The rows of other states (`Ransomware`, `Vulnerability`) are marked alike and say nothing of ATT&CK. */
function readCoverageRow(table: KqlTable, row: readonly KqlCell[], found: KqlMapping): void {
  const state = cellUnder(table, row, STATE);
  if (!state || !/^(?:v|yes)$/i.test(cellUnder(table, row, COVERED)?.text ?? '')) return;
  const technique = techniqueIdIn(state.text);
  if (technique !== undefined) addTechnique(found, technique, state);
  else if (isTactic(state.text)) addTactic(found, state);
}

function readTechniqueRow(page: KqlPage, table: KqlTable, row: readonly KqlCell[], found: KqlMapping): void {
  const tactic = cellUnder(table, row, TACTIC);
  if (tactic) addTactic(found, tactic);
  const paired = tactic && isTactic(tactic.text) ? tactic.text : undefined;
  const cell = cellUnder(table, row, ID);
  if (!cell) {
    readAnyCell(page, row, found, paired);
    return;
  }
  const joined = joinColumns(page, cell, cellUnder(table, row, SUBTECHNIQUE));
  if (joined) addTechnique(found, joined.id, joined.at, paired);
  else addUnrecognised(found, cell);
}

/** A sub-technique written as a technique and, in the next column, its number: `T1053 | 005`. */
function joinColumns(
  page: KqlPage,
  cell: KqlCell,
  subtechnique: KqlCell | undefined,
): { id: string; at: WrittenAt } | undefined {
  const id = techniqueIdIn(cell.text);
  const whole = subtechnique && techniqueIdIn(subtechnique.text);
  if (subtechnique && whole !== undefined) return { id: whole, at: subtechnique };
  if (id === undefined) return undefined;
  const number = /^\.?(\d{3})$/.exec(subtechnique?.text ?? '')?.[1];
  if (!subtechnique || number === undefined || id.includes('.')) return { id, at: idWithin(page, cell) };
  const span = { start: cell.start, end: subtechnique.end };
  return { id: `${id}.${number}`, at: { ...span, text: sourceOf(page, span).replace(/\s+/g, ' ') } };
}

/** No column is named after techniques: every id in the row counts. */
function readAnyCell(
  page: KqlPage,
  row: readonly KqlCell[],
  found: KqlMapping,
  tactic: string | undefined,
): void {
  for (const cell of row) {
    for (const { kind, id, start, end } of idsInProse(sourceOf(page, cell))) {
      if (kind !== 'technique' || page.source[cell.start + start - 1] === '/') continue;
      const span = { start: cell.start + start, end: cell.start + end };
      addTechnique(found, id, { ...span, text: sourceOf(page, span) }, tactic);
    }
  }
}

/** The id alone where it stands in a cell with more (`T1566.002 ]`, a link); the whole cell when it is spelled otherwise. */
function idWithin(page: KqlPage, cell: KqlCell): WrittenAt {
  const [token] = idsInProse(sourceOf(page, cell)).filter(({ kind }) => kind === 'technique');
  if (!token) return cell;
  const span = { start: cell.start + token.start, end: cell.start + token.end };
  return { ...span, text: sourceOf(page, span) };
}
