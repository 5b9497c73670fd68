import type { QueryTree } from '../query-tree.ts';
import { onField, readComparison } from './comparison.ts';
import { Cursor, type Lexicon, LONGEST_QUERY, tokensOf } from './cursor.ts';
import type { ConditionFunction, Dialect, Operator } from './dialect.ts';
import { type Logic, readLogic } from './logic.ts';
import { allOf, notOf, opaque, predicate } from './tree.ts';
import { unquotedText } from './unquoted.ts';

const LEXICON: Lexicon = {
  skip: /(?:\s|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?)*/y,
  token:
    /("""(?:[^"]|"(?!""))*"""|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\\\n]*(?:\\.[^'\\\n]*)*')|(\??(?:[A-Za-z_@][\w@]*|`[^`\n]*`)(?:\.(?:[\w@]+|`[^`\n]*`)|\[\d+\])*~?)|(\d[\d.]*\w*)|[=!<>]=|<>|"""[^]*|["'][^\n]*|[^]/y,
};

const OPERATORS = new Map<string, Operator>([
  [':', { comparison: 'equals' }],
  ['=', { comparison: 'same' }],
  ['==', { comparison: 'same' }],
  ['!=', { comparison: 'same', isNegated: true }],
  ['<>', { comparison: 'same', isNegated: true }],
  ['<', { comparison: 'greater-or-less' }],
  ['<=', { comparison: 'greater-or-less' }],
  ['>', { comparison: 'greater-or-less' }],
  ['>=', { comparison: 'greater-or-less' }],
  ['in', { comparison: 'equals' }],
  ['like', { comparison: 'equals' }],
  ['regex', { comparison: 'matches' }],
]);

const CONDITIONS: [string, ConditionFunction][] = [
  ['cidrmatch', onField('in-network')],
  ['endswith', onField('endswith')],
  ['match', onField('matches')],
  ['startswith', onField('startswith')],
  ['stringcontains', onField('contains')],
  ['wildcard', onField('equals')],
];

/** A `~` behind a name ignores case; what is compared stays the same. */
const withoutCase = <T>(entries: Iterable<readonly [string, T]>): Map<string, T> =>
  new Map([...entries].flatMap(([name, value]) => [[name, value] as const, [`${name}~`, value] as const]));

/** Functions that give their field back, or a part of it. */
const FORMS = ['string', 'number', 'substring', 'between'];

const DIALECT: Dialect = {
  operators: withoutCase(OPERATORS),
  forms: new Set(FORMS.flatMap((name) => [name, `${name}~`])),
  measures: new Set(['length', 'add', 'subtract', 'divide', 'multiply', 'modulo']),
  conditions: withoutCase(CONDITIONS),
  unquoted: unquotedText,
  // `?` marks a field that need not exist; backticks quote a part of a name.
  named: (name) => ({ kind: 'field', name: name.replace(/^\?/, '').replace(/[`~]/g, '') }),
};

const LOGIC: Logic = {
  and: (cursor) => cursor.take('and'),
  or: (cursor) => cursor.take('or'),
  not: (cursor) => cursor.take('not'),
  condition: (cursor) => readComparison(cursor, DIALECT, LOGIC),
  isValue: (cursor) => DIALECT.operators.has(cursor.peek().key) || cursor.is('+', '-', '*', '/', '%'),
};

/**
 * A query of Elastic's Event Query Language. Every step of a sequence must happen, so its conditions are all needed;
 * `until` and steps that must be missing are exclusions. Time spans and the fields events are joined by are no
 * conditions of an event.
 *
 * @see https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax
 */
export function parseEql(query: string): QueryTree {
  if (query.length > LONGEST_QUERY) return opaque('a query too long to be read', query);
  const cursor = new Cursor(query, tokensOf(query, LEXICON));
  const tree = cursor.take('sequence', 'sample', 'join') ? readSteps(cursor) : readEvent(cursor);
  return allOf([tree, ...readPipes(cursor)]);
}

/** `process where …`; `any` is no condition. */
function readEvent(cursor: Cursor): QueryTree {
  const from = cursor.at;
  const category = cursor.next();
  if (!cursor.take('where')) {
    cursor.skipUntil(({ key }) => key === '|');
    return opaque('a query that cannot be read', cursor.written(from));
  }
  const written = cursor.written(from);
  const tree = readLogic(cursor, LOGIC);
  if (!cursor.isAtEnd() && !cursor.is(']', '|', ';')) {
    const at = cursor.at;
    cursor.skipUntil(({ key }) => key === '|');
    if (cursor.at === at) cursor.next();
    return opaque('a query that cannot be read to its end', cursor.written(at));
  }
  const isAny = category.key === 'any';
  const name = category.kind === 'string' ? unquotedText(cursor.textOf(category)) : category.key;
  return isAny ? tree : allOf([predicate('event.category', 'equals', [name], written), tree]);
}

function readSteps(cursor: Cursor): QueryTree {
  const steps: QueryTree[] = [];
  while (!cursor.isAtEnd() && !cursor.is('|')) {
    const isExcluded = cursor.take('until', '!');
    if (cursor.takeAll('with', 'runs')) {
      const from = cursor.at;
      cursor.take('=');
      const runs = cursor.textOf(cursor.next());
      steps.push(predicate('count', 'greater-or-less', [runs], `with runs ${cursor.written(from)}`));
    } else if (cursor.take('[')) {
      const step = readEvent(cursor);
      cursor.take(']');
      steps.push(isExcluded ? notOf(step) : step);
    } else cursor.next();
  }
  return steps.length > 0 ? allOf(steps) : opaque('a sequence without steps', cursor.text);
}

/** `| filter …` narrows; the other pipes sort, cut or count what was found. */
function readPipes(cursor: Cursor): QueryTree[] {
  const of: QueryTree[] = [];
  while (cursor.take('|')) {
    if (cursor.take('filter')) of.push(readLogic(cursor, LOGIC));
    cursor.skipUntil(({ key }) => key === '|');
    if (cursor.is(')', ']', '}')) cursor.next();
  }
  return of;
}
