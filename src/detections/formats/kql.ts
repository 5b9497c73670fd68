import { basename, extname } from 'node:path/posix';
import { splitAuthors } from '../../documents/authors.ts';
import { type CommentHead, commentHead } from '../../documents/comment-head.ts';
import { isoDate } from '../../documents/dates.ts';
import type { ParsedFile } from '../../documents/document.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { locateRules } from './locate-rules.ts';

/**
 * Kusto queries kept one a file. The language has no place for metadata: what a comment on top states under a plain
 * label is read, and no mapping, since an id in a comment may stand there for any reason.
 */
export const kql: Reader = {
  id: 'kql',
  extensions: ['.kql', '.kusto'],

  recognises: ({ path, documents }) => documents[0]?.syntax === 'text' && /\.(?:kql|kusto)$/i.test(path),

  read(file) {
    const [document] = file.documents;
    if (!document) return {};
    const head = commentHead(file.text, '//', LABELS);
    if (file.text.slice(head.end).trim() === '') return { ignored: 'of KQL that are all comments' };
    return { detections: [readQuery(file, head, document.lines)] };
  },

  locate: locateRules((text) => [{ start: 0, end: text.length }]),
};

/** Labels by what they are for; those of `other` are read over, so that none of them becomes the title. */
const LABELS = new Map(
  Object.entries({
    title: ['title', 'name', 'rule', 'rule name', 'query', 'query name', 'use case'],
    author: ['author', 'authors', 'author(s)', 'created by', 'contributor', 'contributors'],
    description: ['description', 'desc', 'summary', 'purpose'],
    created: ['date', 'created', 'creation date', 'date created', 'created on'],
    modified: ['modified', 'updated', 'last modified', 'last updated', 'date modified'],
    references: ['reference', 'references', 'link', 'links', 'source', 'sources', 'url'],
    falsePositives: ['false positive', 'false positives', 'false positive(s)'],
    other: [
      ...['id', 'version', 'severity', 'tags', 'platform', 'table', 'tables', 'status', 'category'],
      ...['data source', 'data sources', 'log source', 'log sources', 'mitre', 'mitre att&ck', 'att&ck'],
      ...['tactic', 'tactics', 'technique', 'techniques', 'sub-technique', 'ttp', 'ttps'],
      ...['mitre technique', 'mitre techniques', 'mitre tactic', 'mitre tactics', 'mitre att&ck technique'],
    ],
  }).flatMap(([name, spellings]) => spellings.map((spelling) => [spelling, name] as const)),
);

/** A longer comment is an explanation, not a title. */
const MAX_TITLE = 150;

function readQuery(
  { path, text }: ParsedFile,
  head: CommentHead,
  lines: DetectionDraft['lines'],
): DetectionDraft {
  const texts = (label: string): string[] => (head.labelled.get(label) ?? []).map((entry) => entry.text);
  const [created, modified] = ['created', 'modified'].map((label) => isoDate(texts(label)[0]));
  const description = texts('description').join(' ');
  return {
    ...nothingStated(),
    format: 'kql',
    title: texts('title')[0] ?? titleIn(head) ?? basename(path, extname(path)),
    ...(description !== '' && { description }),
    authors: texts('author').flatMap(splitAuthors),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    references: texts('references'),
    falsePositives: texts('falsePositives'),
    language: 'kql',
    query: text.trim(),
    lines,
    ordinal: 0,
  };
}

function titleIn({ plain: [first] }: CommentHead): string | undefined {
  if (first === undefined || first.text.length > MAX_TITLE || /^https?:/i.test(first.text)) return undefined;
  return first.text;
}
