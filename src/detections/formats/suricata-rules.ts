import type { Span } from './locate-rules.ts';

/** One `name:value;` of a rule. The span is the value's; `value` is as written, without blanks around it. */
export interface SuricataOption extends Span {
  name: string;
  value: string;
}

/** A rule taken apart. Its span begins at the action and ends behind the closing bracket. */
export interface SuricataRule extends Span {
  action: string;
  protocol: string;
  /** A rule behind `#` is switched off. */
  isCommented: boolean;
  /** False when the closing bracket is missing. */
  isClosed: boolean;
  options: SuricataOption[];
}

const HEAD = /^\s*(#[#\s]*)?(alert|drop|pass|reject(?:src|dst|both)?)\s+(\S+)\s/;
const DIRECTIONS = ['->', '<>', '=>'];

/**
 * Takes the rules of a file apart. A rule is a line, or several of which each but the last ends with `\`; Snort does
 * without the `\`. Comments that are no rules are passed over.
 *
 * @see https://docs.suricata.io/en/latest/rules/intro.html
 */
export function suricataRules(text: string): SuricataRule[] {
  const rules: SuricataRule[] = [];
  for (let at = 0; at < text.length;) {
    const end = endOfLine(text, at);
    const rule = ruleAt(text, at, end);
    if (rule) rules.push(rule);
    at = Math.max(end, rule?.end ?? 0) + 1;
    // What stands behind a rule's bracket belongs to no other.
    if (rule && rule.end > end) at = endOfLine(text, rule.end) + 1;
  }
  return rules;
}

function ruleAt(text: string, start: number, end: number): SuricataRule | undefined {
  const line = text.slice(start, end);
  const bracket = line.indexOf('(');
  if (bracket === -1) return undefined;
  const header = line.slice(0, bracket);
  const match = HEAD.exec(header);
  if (!match || !DIRECTIONS.some((direction) => header.includes(direction))) return undefined;
  const [head, comment, action = '', protocol = ''] = match;
  const isCommented = comment !== undefined;
  const last = endOfRule(text, end, isCommented);
  const whole = text.slice(start, last).trimEnd();
  const close = whole.lastIndexOf(')');
  const isClosed = close > bracket;
  const from = start + head.search(/[a-z]/);
  const until = start + (isClosed ? close : whole.length);
  const found = options(text, start + bracket + 1, until);
  // A comment may begin with such a word; without an id it is prose.
  if (isCommented && !found.some(({ name }) => name === 'sid')) return undefined;
  return {
    action,
    protocol,
    isCommented,
    isClosed,
    options: found,
    start: from,
    end: isClosed ? until + 1 : until,
  };
}

/** The end of the last line of a rule whose first line ends at `end`. */
function endOfRule(text: string, end: number, isCommented: boolean): number {
  let last = end;
  let lineStart = text.lastIndexOf('\n', end - 1) + 1;
  while (last < text.length) {
    const line = text.slice(lineStart, last).trimEnd();
    if (line.endsWith(')')) break;
    const next = text.slice(last + 1, endOfLine(text, last + 1));
    const isContinued = isCommented ? /^\s*#/.test(next) : line.endsWith('\\') || /^\s*[^#\s]/.test(next);
    if (!isContinued || HEAD.test(next)) break;
    lineStart = last + 1;
    last = lineStart + next.length;
  }
  return last;
}

/** The options between the brackets: parted by `;` that stands neither in quotes nor behind `\`. */
function options(text: string, start: number, end: number): SuricataOption[] {
  const found: SuricataOption[] = [];
  let isQuoted = false;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const character = text[at];
    if (at === end || (character === ';' && !isQuoted)) {
      const option = optionIn(text, from, at);
      if (option) found.push(option);
      from = at + 1;
    } else if (character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
  }
  return found;
}

function optionIn(text: string, start: number, end: number): SuricataOption | undefined {
  const written = text.slice(start, end);
  const colon = written.indexOf(':');
  // In front of a name there may be the end of the line before and a comment's mark.
  const name = (colon === -1 ? written : written.slice(0, colon)).replaceAll(/[\s\\#]+/g, '').toLowerCase();
  if (name === '') return undefined;
  const raw = colon === -1 ? '' : written.slice(colon + 1);
  const value = raw.trim();
  const from = start + colon + 1 + (raw.length - raw.trimStart().length);
  return { name, value, start: from, end: from + value.length };
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline === -1 ? text.length : newline;
}
