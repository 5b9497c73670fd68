import { basename, extname } from 'node:path/posix';
import { type CommentHead, commentHead } from '../../documents/comment-head.ts';
import type { ParsedFile } from '../../documents/document.ts';
import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { locateRules } from './locate-rules.ts';

/**
 * Queries of osquery kept one a file, with a comment on top that says what they are for: references, tags, platform.
 * The address of a technique among the references is how this format maps to ATT&CK.
 *
 * @see https://github.com/chainguard-dev/osquery-defense-kit
 */
export const osquery: Reader = {
  id: 'osquery',
  extensions: ['.sql'],

  recognises: (file) => queryHead(file) !== undefined,

  read(file) {
    const head = queryHead(file);
    const [document] = file.documents;
    if (!head || !document) return {};
    if (tagsOf(head).includes('postmortem'))
      return { ignored: 'that are osquery queries for an investigation, not for detection' };
    return { detections: [readQuery(file, head, document.lines)] };
  },

  locate: locateRules((text) => [{ start: 0, end: text.length }]),
};

const LABELS = new Map([
  ['references', 'references'],
  ['reference', 'references'],
  ['refs', 'references'],
  ['ref', 'references'],
  ['false positives', 'falsePositives'],
  ['false positive', 'falsePositives'],
  ['tags', 'tags'],
  ['platform', 'platforms'],
  ['platforms', 'platforms'],
  ['interval', 'interval'],
  ['value', 'value'],
  ['version', 'version'],
  ['description', 'description'],
  ['author', 'authors'],
  ['authors', 'authors'],
]);

/** What other SQL scripts label as well says nothing of osquery. */
const TELLING = ['references', 'falsePositives', 'tags', 'platforms', 'interval'];

const ADDRESS = /https?:\/\/[^\s)>\]"'|]+/g;
const TECHNIQUE_PAGE =
  /https?:\/\/attack\.mitre\.org\/(?:versions\/v[\d.]+\/)?(?:techniques|wiki\/Technique)\/(T\d{4})(?:[/.](\d{3}))?(?!\w)/gi;

function queryHead({ text, documents }: ParsedFile): CommentHead | undefined {
  if (documents[0]?.syntax !== 'text' || !/^\s*--/.test(text)) return undefined;
  const head = commentHead(text, '--', LABELS);
  if (text.slice(head.end).trim() === '') return undefined;
  const labels = TELLING.filter((label) => head.labelled.has(label));
  return labels.length >= 2 || mappingsOf(head).length > 0 ? head : undefined;
}

function readQuery(
  { path, text }: ParsedFile,
  head: CommentHead,
  lines: DetectionDraft['lines'],
): DetectionDraft {
  const texts = (label: string): string[] => (head.labelled.get(label) ?? []).map((entry) => entry.text);
  const description = texts('description').join(' ');
  return {
    ...nothingStated(),
    format: 'osquery',
    title: head.plain[0]?.text ?? basename(path, extname(path)),
    ...(description !== '' && { description }),
    authors: texts('authors'),
    references: texts('references').flatMap((reference) => reference.match(ADDRESS) ?? [reference]),
    falsePositives: texts('falsePositives').filter((reason) => !/^none\b|^unknown\.?$/i.test(reason)),
    platforms: [...new Set(texts('platforms').flatMap(words).flatMap(platforms))],
    language: 'sql',
    query: text.trim(),
    tags: tagsOf(head),
    mappings: mappingsOf(head),
    lines,
    ordinal: 0,
  };
}

function mappingsOf(head: CommentHead): DetectionDraft['mappings'] {
  return (head.labelled.get('references') ?? []).flatMap(({ text, start }) =>
    [...text.matchAll(TECHNIQUE_PAGE)].map((page) => {
      const [written, technique = '', sub] = page;
      const at = start + page.index;
      return {
        written,
        id: sub === undefined ? technique.toUpperCase() : `${technique.toUpperCase()}.${sub}`,
        provenance: 'declared' as const,
        pointer: offsetPointer(at, at + written.length),
      };
    }),
  );
}

function tagsOf(head: CommentHead): string[] {
  return (head.labelled.get('tags') ?? []).flatMap(({ text }) => words(text));
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** ATT&CK's names for osquery's; it has none for FreeBSD. */
function platforms(written: string): string[] {
  switch (written.toLowerCase()) {
    case 'darwin':
    case 'macos':
      return ['macOS'];
    case 'linux':
      return ['Linux'];
    case 'windows':
      return ['Windows'];
    case 'posix':
      return ['Linux', 'macOS'];
    default:
      return [];
  }
}
