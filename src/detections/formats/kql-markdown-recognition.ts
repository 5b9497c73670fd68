import { basename, extname } from 'node:path/posix';
import { fieldsOf } from '../../documents/fields.ts';
import type { Recognition } from '../../readers/reader.ts';

/** Pages about a folder rather than about one query, whatever they quote. */
const INDEX_NAME = /^(?:_?index|readme|contributing|changelog)(?:[-_. ].*)?$/i;

const TEMPLATE_NAME =
  /^(?:\d+[-_ ]*)?(?:(?:detection|query|threat|hunting|hunt|rule|submission)[-_ ]*)*template$/i;

const TEMPLATE_TITLE = /^(?:(?:detection|rule|query|hunt)[ _-]?)?(?:title|name)$|^<[^>]*>$/i;

/** Text nobody leaves in a finished page: filler, a bare host as the one example of a reference, an order to paste. */
const TEMPLATE_TEXT =
  /lorem ipsum dolor|^[ \t]*[-*][ \t]+https?:\/\/example\/?[ \t]*\r?$|^[ \t]*<[ \t]*insert query /im;

const FENCE = /^[ \t>]*(?:`{3}|~{3})/m;
const BARE_FENCE = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*\r?$/m;
const KQL_FENCE = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*(?:kql|kusto|csl)/im;
const OTHER_QUERY_FENCE = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*(?:spl2?|splunk|esql|eql|sigma|yara-?l?|cql|aql)\b/im;

/** A step of a pipeline that only Kusto has. */
const KQL_STEP =
  /^[ \t]*\|[ \t]*(?:extend|summarize|project|distinct|mv-?expand|make-series|evaluate|invoke|getschema|take)\b/m;

/** Headings and tables of the collections hunting queries are published in. */
const FAMILY_HEADING = /^#{2,6}[ \t]+(?:Query Information|ATT&CK Tags)[ \t:]*\r?$/im;
const PLATFORM_HEADING = /^#{2,6}[ \t]+[^\n]{0,60}?\b(?:Defender|Sentinel|Log Analytics)\b/im;
const TECHNIQUE_TABLE = /^[ \t]*\|[ \t]*Technique ID[ \t]*\|[ \t]*Title[ \t]*\|[ \t]*Link[ \t]*\|/im;
const COVERED_TABLE = /^[ \t]*\|[ \t]*Technique, tactic, or state[ \t]*\|/im;

/**
 * Whether a Markdown text is a page about Kusto queries: it has a fenced block in Kusto, or an unnamed one under
 * what the known collections write around theirs. With front matter it is some other format unless it has such a
 * table or heading; and a page that has queries of several products is no page about one of them.
 *
 * Costs a few passes over the text, for it is asked of every Markdown file.
 */
export function isKqlPage(path: string, text: string, hasFrontMatter: boolean): boolean {
  if (INDEX_NAME.test(stemOf(path)) || !FENCE.test(text)) return false;
  const isOfFamily = [FAMILY_HEADING, TECHNIQUE_TABLE, COVERED_TABLE].some((sign) => sign.test(text));
  if (isOfFamily) return KQL_FENCE.test(text) || BARE_FENCE.test(text) || KQL_STEP.test(text);
  if (hasFrontMatter || OTHER_QUERY_FENCE.test(text)) return false;
  return (
    KQL_FENCE.test(text) || (BARE_FENCE.test(text) && (PLATFORM_HEADING.test(text) || KQL_STEP.test(text)))
  );
}

/** Whether a page is a form to copy: by its name, its title or the filler in it. */
export function isKqlTemplate(path: string, text: string, title: string | undefined): boolean {
  return (
    TEMPLATE_NAME.test(stemOf(path)) ||
    (title !== undefined && TEMPLATE_TITLE.test(title.trim())) ||
    TEMPLATE_TEXT.test(text)
  );
}

/** Whether a text reads as Kusto: what tells a query from output and commands in unnamed fences. */
export function looksLikeKql(text: string): boolean {
  return KQL_STEP.test(text) || /^[ \t]*\|[ \t]*where\b|^[ \t]*let[ \t]+\w+[ \t]*=/m.test(text);
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}

/** Front matter that makes a page a hunt or a rule of another format, whatever stands below. */
const FOREIGN_KEYS = new Set([
  'kind',
  'hypothesis',
  'hunt_id',
  'techniques',
  'tactics',
  'query',
  'detection',
]);

export const kqlMarkdownFiles: Recognition = {
  id: 'kql-markdown',
  extensions: ['.md', '.markdown'],

  recognises({ path, text, documents: [document] }) {
    if (document?.syntax !== 'markdown') return false;
    const keys = Object.keys(fieldsOf(document.data) ?? {});
    return !keys.some((key) => FOREIGN_KEYS.has(key)) && isKqlPage(path, text, keys.length > 0);
  },
};
