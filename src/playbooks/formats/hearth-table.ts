import type { TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { splitAuthors } from '../../documents/authors.ts';
import { locateOffsets, offsetPointer } from '../../documents/locate-offsets.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { normaliseTag } from '../../mapping/normalise.ts';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { outline } from '../outline.ts';
import type { PlaybookDraft } from '../playbook.ts';
import { playbookDraft } from './draft.ts';
import { hearthMapping } from './hearth-mapping.ts';
import { hearthTableFiles, isHead } from './hearth-table-recognition.ts';
import { firstOfEach } from './first-of-each.ts';
import { locateInBody, spanInBody } from './locate-in-body.ts';
import { plainMarkdownOf, type MarkdownFile } from './markdown-file.ts';
import { statedId, statedText, TEMPLATES } from './placeholder.ts';
import { tablesOf } from './tables.ts';

const HASHTAG = /(?<![\w/#])#([\w./]+)/g;

/** A cell of a hunt's row: its text, and its source in the body. */
interface Cell {
  text: string;
  source: string;
  /** Offset of the source in the file. */
  offset: number;
}

/**
 * Hunts of HEARTH as it was before front matter: a row `Hunt # | Idea / Hypothesis | Tactic | Notes | Tags | Submitter`,
 * mostly one in a file. A technique is declared by its hashtag; ids in the notes are prose.
 *
 * @see https://github.com/THORCollective/HEARTH
 */
export const hearthTables: Reader = {
  ...hearthTableFiles,

  read(file) {
    const markdown = plainMarkdownOf(file);
    if (!markdown) return {};
    const { tree } = parseBody(markdown.body, false);
    const rows = tablesOf(tree)
      .filter(({ header }) => isHead(`|${header.join('|')}`))
      .flatMap(({ header, cells }) => cells.map((row) => cellsByName(header, row, markdown)));
    const { sections, queries } = outline(tree, markdown.line);
    const heading = sections.find(({ depth }) => depth === 1)?.title;
    const findings: FileFinding[] = [];
    const playbooks = rows.flatMap((row): PlaybookDraft[] => {
      const id = statedId(row.get('hunt #')?.text);
      const hypothesis = statedText(row.get('idea / hypothesis')?.text);
      if (hypothesis === undefined) return [];
      const { findings: found, ...mapped } = mapping(row, file.text);
      findings.push(...found);
      // The text around a table is about a row only where there is one.
      const around =
        rows.length === 1
          ? { sections, queries, body: markdown.body }
          : { body: row.get('notes')?.source ?? '' };
      const named = rows.length === 1 && heading !== undefined && heading !== id ? heading : hypothesis;
      const authors = splitAuthors(statedText(row.get('submitter')?.text) ?? '');
      return [playbookDraft('hearth-table', { id, title: named, hypothesis, ...mapped, authors, ...around })];
    });
    return playbooks.length === 0 ? { ignored: TEMPLATES } : { playbooks, findings };
  },

  locate: locateInBody,

  valueSpan: spanInBody,
};

function cellsByName(
  header: readonly string[],
  row: readonly TableCell[],
  { body, offset }: MarkdownFile,
): Map<string, Cell> {
  return new Map(
    row.map((cell, index) => {
      // Without its bar and blanks.
      const start = cell.children[0]?.position?.start.offset ?? 0;
      const source = body.slice(start, cell.children.at(-1)?.position?.end.offset ?? start);
      return [header[index] ?? '', { text: toString(cell).trim(), source, offset: offset + start }];
    }),
  );
}

function mapping(row: ReadonlyMap<string, Cell>, text: string): ReturnType<typeof hearthMapping> {
  const tags = row.get('tags');
  const declared = [...(tags?.source.matchAll(HASHTAG) ?? [])].flatMap(
    ({ 1: tag = '', index }): MappingDraft[] => {
      const written = tag.replace(/(?<![./])[./]+$/, '');
      const normalised = normaliseTag(written);
      if (normalised.kind !== 'technique') return [];
      const start = (tags?.offset ?? 0) + index + 1;
      const pointer = offsetPointer(start, start + written.length);
      return [{ written, id: normalised.id, provenance: 'declared', pointer }];
    },
  );
  return hearthMapping(firstOfEach(declared), tactics(row.get('tactic')), (pointer: Pointer) =>
    locateOffsets(text, 0, pointer),
  );
}

function tactics(cell: Cell | undefined): TacticMappingDraft[] {
  if (!cell) return [];
  return [{ written: cell.text, pointer: offsetPointer(cell.offset, cell.offset + cell.source.length) }];
}
