import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { eql } from './languages/eql.ts';
import { esql } from './languages/esql.ts';
import { kql } from './languages/kql.ts';
import { kuery } from './languages/kuery.ts';
import { spl } from './languages/spl.ts';
import { suricata } from './languages/suricata.ts';
import { yaral } from './languages/yaral.ts';
import { withLinearComments } from './linear-comments.ts';

const LANGUAGES = {
  bash,
  eql,
  esql,
  ini,
  javascript,
  json,
  kql,
  kuery,
  powershell,
  python,
  spl,
  sql,
  suricata,
  xml,
  yaml,
  yaral,
};

/** Languages highlighted by another one's grammar. */
const ALIASES: Record<string, string> = { sigma: 'yaml' };

const highlighter = hljs.newInstance();
for (const [name, language] of Object.entries(LANGUAGES))
  highlighter.registerLanguage(name, withLinearComments(language));

/**
 * Texts beyond this many characters stay plain: no reader needs the colours of a dump, and a build must not stall. Some
 * grammars take time with the square of a line; a text of this size made for it takes some two seconds at worst.
 */
const MAX_LENGTH = 64_000;

/**
 * And those with a longer line or a longer gap: many grammars look at a long word once more from each of its characters on,
 * some at blank lines. Of all public rule sets two files have such a line, a dump.
 */
const LONGEST_STRETCH = 4096;

/**
 * A text as highlight.js marks it up: escaped HTML whose only tags are `<span class="…">` and `</span>`; undefined
 * when the language is unknown, or the text, a line or a gap of it is too long.
 */
export function markUp(text: string, language: string): string | undefined {
  const name = ALIASES[language.toLowerCase()] ?? language.toLowerCase();
  if (!highlighter.getLanguage(name) || text.length > MAX_LENGTH || hasLongStretch(text)) return undefined;
  return highlighter.highlight(text, { language: name, ignoreIllegals: true }).value;
}

/** Looks at each character once: a line at a time, or a gap between two. */
function hasLongStretch(text: string): boolean {
  return (text.match(/[^\n]+|\n\s*/g) ?? []).some(({ length }) => length > LONGEST_STRETCH);
}

/** The language's name as people write it: `KQL`, `ES|QL`; what was written when it is unknown. */
export function languageTitle(language: string): string {
  return (
    highlighter.getLanguage(ALIASES[language.toLowerCase()] ?? language)?.name?.split(',')[0] ?? language
  );
}
