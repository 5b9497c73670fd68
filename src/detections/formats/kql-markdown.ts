import { basename, extname } from 'node:path/posix';
import type { ParsedDocument, ParsedFile } from '../../documents/document.ts';
import { locateOffsets } from '../../documents/locate-offsets.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import {
  kqlAuthors,
  kqlDataSources,
  kqlFalsePositives,
  kqlLabels,
  kqlReferences,
} from './kql-markdown-facts.ts';
import { kqlMapping } from './kql-markdown-mapping.ts';
import { kqlProse } from './kql-markdown-prose.ts';
import { joinQueries, kqlQueries, type KqlQuery } from './kql-markdown-queries.ts';
import { isKqlTemplate, kqlMarkdownFiles } from './kql-markdown-recognition.ts';
import { kqlPage, type KqlPage } from './kql-markdown-sections.ts';
import { kqlDates } from './kql-markdown-versions.ts';

/**
 * Hunting queries and detections in Kusto, published as one Markdown page each: a title, prose, a mapping as a table, a
 * list or tags, and the query for one product or several. The pages state neither severity nor status.
 *
 * @see https://github.com/Bert-JanP/Hunting-Queries-Detection-Rules, https://github.com/FalconForceTeam/FalconFriday
 */
export const kqlMarkdown: Reader = {
  ...kqlMarkdownFiles,

  read(file) {
    const [document] = file.documents;
    if (!document) return {};
    const page = kqlPage(file, document);
    if (isKqlTemplate(file.path, file.text, page.title))
      return { ignored: 'that are templates of KQL hunts' };
    const queries = kqlQueries(page);
    if (queries.length === 0) return { ignored: 'that are KQL pages without a query' };
    return { detections: [readPage(file, document, page, queries)] };
  },

  locate: locateOffsets,
};

function readPage(
  file: ParsedFile,
  document: ParsedDocument,
  page: KqlPage,
  queries: readonly KqlQuery[],
): DetectionDraft {
  const { id, systems } = kqlLabels(page);
  const { unrecognised, ...mapping } = kqlMapping(page);
  const products = [...new Set(queries.flatMap(({ platforms }) => platforms))];
  const dataSources = kqlDataSources(page);
  return {
    ...nothingStated(),
    format: 'kql-markdown',
    ...(id !== undefined && { id }),
    title: page.title ?? basename(file.path, extname(file.path)),
    ...kqlProse(page),
    authors: kqlAuthors(page),
    ...kqlDates(page),
    references: kqlReferences(page),
    falsePositives: kqlFalsePositives(page),
    logSources: dataSources.length > 0 ? dataSources : products,
    platforms: [...systems, ...products],
    language: 'kql',
    query: joinQueries(queries),
    ...mapping,
    ...(unrecognised.length > 0 && { unrecognised }),
    lines: document.lines,
    ordinal: document.ordinal,
  };
}
