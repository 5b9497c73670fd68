import type { QueryTree } from '../query-tree.ts';

/** Looks up a search by its name; undefined when the rule has none of that name. */
export type Searches = ReadonlyMap<string, QueryTree>;

interface Reading {
  tokens: string[];
  at: number;
  searches: Searches;
}

const DEEPEST = 64;
const LONGEST = 20_000;

/**
 * A Sigma condition: `selection and not 1 of filter_*`. Recursive descent; NOT binds closest, then AND, then OR. What
 * follows a pipe (`| count() by User > 5`) counts events that match the part before it, and says nothing of one event.
 *
 * @see https://sigmahq.io/sigma-specification, "Condition"
 */
export function readCondition(condition: string, searches: Searches): QueryTree {
  if (condition.length > LONGEST) return opaque('a condition longer than anybody writes', condition);
  const tokens = /^[^|]*/.exec(condition)?.[0].match(/[()]|[^\s()]+/g) ?? [];
  const reading: Reading = { tokens, at: 0, searches };
  const tree = readOr(reading, 0);
  return reading.at < tokens.length ? opaque('a condition that cannot be read', condition) : tree;
}

function readOr(reading: Reading, depth: number): QueryTree {
  const of = [readAnd(reading, depth)];
  while (takeWord(reading, 'or')) of.push(readAnd(reading, depth));
  return of.length === 1 && of[0] ? of[0] : { kind: 'any', of };
}

function readAnd(reading: Reading, depth: number): QueryTree {
  const of = [readNot(reading, depth)];
  while (takeWord(reading, 'and')) of.push(readNot(reading, depth));
  return of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
}

function readNot(reading: Reading, depth: number): QueryTree {
  if (depth > DEEPEST) return skipped(reading);
  return takeWord(reading, 'not')
    ? { kind: 'not', of: readNot(reading, depth + 1) }
    : readOperand(reading, depth);
}

function readOperand(reading: Reading, depth: number): QueryTree {
  const token = reading.tokens[reading.at];
  if (token === undefined || token === ')') return skipped(reading);
  reading.at += 1;
  if (token === '(') {
    const tree = readOr(reading, depth + 1);
    if (reading.tokens[reading.at] !== ')') return skipped(reading);
    reading.at += 1;
    return tree;
  }
  if (/^(?:\d+|all|any)$/i.test(token) && takeWord(reading, 'of')) {
    const pattern = reading.tokens[reading.at] ?? '';
    reading.at += 1;
    return ofPattern(token.toLowerCase(), pattern, reading.searches);
  }
  return reading.searches.get(token) ?? opaque(`no search \`${token}\``, token);
}

/** `them` is every search but those whose names start with an underscore. `2 of x` is taken for all: a lower bound. */
function ofPattern(quantifier: string, pattern: string, searches: Searches): QueryTree {
  const isWanted = namesLike(pattern);
  const of = [...searches].filter(([name]) => isWanted(name)).map(([, tree]) => tree);
  if (of.length === 0) return opaque(`no search \`${pattern}\``, pattern);
  return { kind: quantifier === '1' || quantifier === 'any' ? 'any' : 'all', of };
}

/** Only `*` is special. Matched part by part: a pattern of many stars must not backtrack. */
function namesLike(pattern: string): (name: string) => boolean {
  if (pattern.toLowerCase() === 'them') return (name) => !name.startsWith('_');
  const parts = pattern.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return (name) => name === pattern;
  return (name) => {
    if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
      return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
      const found = name.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= name.length - last.length;
  };
}

function takeWord(reading: Reading, word: string): boolean {
  if (reading.tokens[reading.at]?.toLowerCase() !== word) return false;
  reading.at += 1;
  return true;
}

/** Gives up on the rest: what is left over makes the whole condition opaque. */
function skipped(reading: Reading): QueryTree {
  reading.at = reading.tokens.length;
  return opaque('a condition that cannot be read', '');
}

function opaque(why: string, written: string): QueryTree {
  return { kind: 'opaque', why, written: written.slice(0, 120) };
}
