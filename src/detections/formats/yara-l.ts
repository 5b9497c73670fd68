import { splitAuthors } from '../../documents/authors.ts';
import { isoDate } from '../../documents/dates.ts';
import type { ParsedFile } from '../../documents/document.ts';
import { lineIndex } from '../../documents/line-index.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { listItems } from './list-items.ts';
import { locateRules } from './locate-rules.ts';
import { sigmaSeverity, sigmaStatus } from './sigma-values.ts';
import { yaraLMapping } from './yara-l-mapping.ts';
import { yaraLProblems } from './yara-l-problems.ts';
import { type YaraLMeta, type YaraLRule, yaraLRules } from './yara-l-rules.ts';

/**
 * Rules of Google Security Operations (Chronicle): YARA-L 2.0, any number to a file.
 *
 * @see https://github.com/chronicle/detection-rules
 */
export const yaraL: Reader = {
  id: 'yara-l',
  extensions: ['.yaral'],

  // YARA's own rules have `strings` where YARA-L's have `events`.
  recognises: ({ text }) => /\bevents\s*:/.test(text) && yaraLRules(text).some(isYaraL),

  read(file) {
    const rules = yaraLRules(file.text);
    const line = lineIndex(file.text);
    const detections = rules.map((rule, ordinal) => readRule(file, rule, ordinal, line));
    return { detections, findings: rules.flatMap((rule, ordinal) => findingsOf(file, rule, ordinal)) };
  },

  locate: locateRules(yaraLRules),
};

function isYaraL({ sections }: YaraLRule): boolean {
  return sections.has('events') && !sections.has('strings');
}

/** The texts of a key, in the order they stand. An empty text says nothing. */
function textsOfKey(meta: readonly YaraLMeta[], key: RegExp): string[] {
  return meta.flatMap((entry) =>
    key.test(entry.key) && entry.value.trim() !== '' ? entry.value.trim() : [],
  );
}

function readRule(
  file: ParsedFile,
  rule: YaraLRule,
  ordinal: number,
  line: (offset: number) => number,
): DetectionDraft {
  const { meta } = rule;
  const texts = (key: RegExp): string[] => textsOfKey(meta, key);
  const lists = (key: RegExp): string[] =>
    texts(key).flatMap((text) => listItems(text).map((item) => item.text));
  const [id] = texts(/^rule_id$/);
  const [description] = texts(/^description$/);
  const [severity] = texts(/^severity$/).flatMap((written) => sigmaSeverity(written) ?? []);
  const [created] = texts(/^(?:created|created_date|creation_date|date)$/).flatMap(
    (date) => isoDate(date) ?? [],
  );
  const [modified] = texts(/^(?:modified|updated|last_modified|last_updated)$/).flatMap(
    (date) => isoDate(date) ?? [],
  );
  const assumptions = texts(/^assumptions?$/);
  const query = sourceOfQuery(file.text, rule);
  const { tags, unrecognised, ...mapping } = yaraLMapping(meta);
  return {
    ...nothingStated(),
    format: 'yara-l',
    ...(id !== undefined && { id }),
    name: rule.name,
    title: texts(/^rule_name$/)[0] ?? rule.name,
    ...(description !== undefined && { description }),
    status: texts(/^status$/).flatMap((status) => sigmaStatus(status) ?? [])[0] ?? 'unknown',
    ...(severity !== undefined && { severity }),
    authors: texts(/^authors?$/).flatMap(splitAuthors),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    // A comma may belong to an address; only one before the next address parts two.
    references: texts(/^references?_?\d*$/).flatMap((text) => text.split(/,\s*(?=https?:)/)),
    falsePositives: texts(/^false_?positives?$/).filter((text) => !/^unknown\.?$/i.test(text)),
    logSources: logSources(texts, lists),
    platforms: lists(/^platforms?$/),
    language: 'yaral',
    ...(query !== '' && { query }),
    ...(assumptions.length > 0 && { guide: `## Assumptions\n\n${assumptions.join('\n\n')}` }),
    tags: [...texts(/^type$/).map((type) => type.toLowerCase()), ...lists(/^tags?$/), ...tags],
    ...mapping,
    ...(unrecognised.length > 0 && { unrecognised }),
    related: texts(/^sigma_uuid$/).map((sigma) => ({ id: sigma, type: 'sigma' })),
    lines: {
      from: line(rule.start),
      to: line(Math.max(rule.start, endOfText(file.text, rule) - 1)),
    },
    ordinal,
  };
}

function logSources(texts: (key: RegExp) => string[], lists: (key: RegExp) => string[]): string[] {
  const parts = [/^product$/, /^category$/, /^service$/].flatMap((key) => texts(key)[0] ?? []);
  return [...new Set([...lists(/^data_?sources?$/), ...(parts.length > 0 ? [parts.join(' · ')] : [])])];
}

/** Behind the last character of a rule; one that is not closed ends with the text before the next. */
function endOfText(text: string, { start, end }: YaraLRule): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** From `events` to the end of the condition, as it stands. */
function sourceOfQuery(text: string, { sections }: YaraLRule): string {
  const spans = (['events', 'match', 'outcome', 'condition'] as const).flatMap(
    (name) => sections.get(name) ?? [],
  );
  if (spans.length === 0) return '';
  const start = Math.min(...spans.map((span) => span.start));
  return text.slice(start, Math.max(...spans.map(({ end }) => end))).trimEnd();
}

function findingsOf({ text }: ParsedFile, rule: YaraLRule, ordinal: number): FileFinding[] {
  return yaraLProblems(rule).map(({ pointer, ...finding }) => {
    const range = yaraL.locate(text, ordinal, pointer);
    return { ...finding, ...(range && { range }) };
  });
}
