import type { Span } from './locate-rules.ts';
import { type YaraLToken, yaraLTokens } from './yara-l-lexer.ts';

const SECTIONS = ['meta', 'strings', 'events', 'match', 'outcome', 'condition', 'options'] as const;
export type YaraLSectionName = (typeof SECTIONS)[number];

/** One `key = "value"` of `meta`. */
export interface YaraLMeta extends Span {
  key: string;
  /** Without its quotes, escapes resolved. */
  value: string;
  /** Whether the value stands in the text letter by letter, from `start`. */
  isVerbatim: boolean;
}

/** A rule taken apart: its span begins at `rule` and ends behind its last brace. */
export interface YaraLRule extends Span {
  name: string;
  meta: YaraLMeta[];
  /** From the section's name to the next section or the closing brace. */
  sections: Map<YaraLSectionName, Span>;
}

/**
 * Takes the rules of a file apart. A rule that is not closed ends where the next one begins. YARA's own rules come
 * out too; they have `strings` and no `events`.
 */
export function yaraLRules(text: string): YaraLRule[] {
  const rules: YaraLRule[] = [];
  let rule: YaraLRule | undefined;
  let section: (Span & { name: YaraLSectionName }) | undefined;
  let depth = 0;
  /** The last three tokens: enough for `rule name {`, `meta:` and `key = value`. */
  let [first, second]: (YaraLToken | undefined)[] = [];

  const closeSection = (end: number): void => {
    if (rule && section) rule.sections.set(section.name, { start: section.start, end });
    section = undefined;
  };
  const closeRule = (end: number): void => {
    closeSection(end);
    if (rule) rule.end = end;
    rule = undefined;
    depth = 0;
  };

  for (const token of yaraLTokens(text)) {
    const mark = token.kind === 'mark' ? text[token.start] : undefined;
    if (mark === '{' && second?.kind === 'word' && first && isWord(text, first, 'rule')) {
      closeRule(first.start);
      rule = {
        name: text.slice(second.start, second.end),
        meta: [],
        sections: new Map(),
        start: first.start,
        end: text.length,
      };
      rules.push(rule);
      depth = 1;
    } else if (rule && mark === '{') depth += 1;
    else if (rule && mark === '}') {
      depth -= 1;
      if (depth === 0) {
        closeSection(token.start);
        closeRule(token.end);
      }
    } else if (rule && mark === ':' && depth === 1 && second) {
      const name = sectionName(text, second);
      if (name) {
        closeSection(second.start);
        section = { name, start: second.start, end: second.start };
      }
    } else if (
      rule &&
      section?.name === 'meta' &&
      first?.kind === 'word' &&
      second &&
      text[second.start] === '='
    ) {
      if (token.kind !== 'mark') rule.meta.push(metaEntry(text, first, token));
    }
    first = second;
    second = token;
  }
  closeRule(text.length);
  return rules;
}

function isWord(text: string, { kind, start, end }: YaraLToken, word: string): boolean {
  return kind === 'word' && end - start === word.length && text.startsWith(word, start);
}

function sectionName(text: string, token: YaraLToken): YaraLSectionName | undefined {
  return SECTIONS.find((name) => isWord(text, token, name));
}

const ESCAPES = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function metaEntry(text: string, key: YaraLToken, token: YaraLToken): YaraLMeta {
  const isString = token.kind === 'string';
  const quote = text.charAt(token.start);
  const isClosed = isString && token.end - token.start > 1 && text[token.end - 1] === quote;
  const start = token.start + (isString ? 1 : 0);
  const end = token.end - (isClosed ? 1 : 0);
  const raw = text.slice(start, end);
  const value =
    isString && quote === '"'
      ? raw.replaceAll(/\\(.)/g, (_escape, character: string) => ESCAPES.get(character) ?? character)
      : raw;
  return { key: text.slice(key.start, key.end).toLowerCase(), value, isVerbatim: value === raw, start, end };
}
