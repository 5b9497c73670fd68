import type { QueryTree } from '../query-tree.ts';
import { Cursor, LONGEST_QUERY, tokensOf } from './cursor.ts';
import { readAggregated, readEvaluated, readExtracted, readLookedUp, readRenamed } from './spl-columns.ts';
import { readWhere, splDialect } from './spl-eval.ts';
import { splMacro } from './spl-macros.ts';
import { type Columns, readSearch, SPL_LEXICON, splText } from './spl-search.ts';
import { NO_STEP, type Step, Steps } from './steps.ts';
import { allOf, NOTHING, notOf, opaque, predicate } from './tree.ts';

const DEEPEST = 10;

/** Commands that choose, arrange or reshape columns and rows, and ask for nothing. */
const ARRANGING = new Set(
  `accum addcoltotals addinfo addtotals appendcols appendpipe autoregress bin bucket collect convert dedup delta eventcount
  expand extract fieldformat fields filldown fillnull flatten foreach format gauge head iplocation kv kvform localize
  makecontinuous makemv multikv mvcombine mvexpand nomv outputcsv outputlookup outputtext rangemap rare replace return reverse scrub
  selfjoin sendalert sendemail sort spath strcat table tags tail top transaction transpose tscollect typer untable xmlkv xmlunescape xpath xyseries
  timewrap trendline reltime `.split(/\s+/),
);

/**
 * A search of Splunk's processing language: the conditions of the first search and of every `search`, `where` and
 * `regex` behind it. A column that passes a field on stands for it, one that counts is a threshold; any other is opaque
 * where it is asked for, and so are lookups, models and searches within conditions. What `join` needs, the query needs.
 *
 * @see https://help.splunk.com, "Search Reference"
 */
export function parseSpl(query: string): QueryTree {
  if (query.length > LONGEST_QUERY) return opaque('a query too long to be read', query);
  const cursor = new Cursor(query, tokensOf(query, SPL_LEXICON));
  const tree = readPipeline(cursor, 0);
  if (!cursor.isAtEnd()) return opaque('a query that cannot be read to its end', query);
  return tree.kind === 'all' && tree.of.length === 0 ? opaque('a query without conditions', query) : tree;
}

function readPipeline(cursor: Cursor, depth: number): QueryTree {
  const columns: Columns = new Map();
  const steps = new Steps(cursor.is('|') ? NOTHING : readSearchCommand(cursor, columns));
  for (;;) {
    cursor.skipUntil(({ key }) => key === '|');
    if (!cursor.take('|')) {
      // A bracket too many outside of any; in a search within the search it closes that.
      if (depth > 0 || cursor.isAtEnd()) return steps.tree;
      cursor.next();
    } else steps.add(readCommand(cursor, columns, depth));
  }
}

function readSearchCommand(cursor: Cursor, columns: Columns): QueryTree {
  cursor.take('search');
  const from = cursor.at;
  if (cursor.isAtEnd() || cursor.is('|', ']')) return NOTHING;
  const tree = readSearch(cursor, columns, () => false);
  if (cursor.isAtEnd() || cursor.is('|', ']')) return tree;
  cursor.skipUntil(({ key }) => key === '|');
  return opaque('a search that cannot be read', cursor.written(from));
}

function readCommand(cursor: Cursor, columns: Columns, depth: number): Step {
  const from = cursor.at;
  const token = cursor.peek();
  const text = cursor.textOf(token);
  const dialect = splDialect(columns);
  if (text.startsWith('`')) {
    cursor.next();
    return { and: splMacro(text, false) };
  }
  cursor.next();
  switch (token.key) {
    case 'search':
      return { and: readSearchCommand(cursor, columns) };
    case 'where': {
      const tree = readWhere(cursor, dialect);
      if (cursor.isAtEnd() || cursor.is('|', ']')) return { and: tree };
      cursor.skipUntil(({ key }) => key === '|');
      return { and: opaque('a `where` that cannot be read', cursor.written(from)) };
    }
    case 'tstats':
    case 'mstats':
      return { and: readModel(cursor, columns) };
    case 'from':
    case 'datamodel':
    case 'pivot':
      cursor.skipUntil(({ key }) => key === '|');
      return {
        and: predicate('datamodel', 'equals', [modelName(cursor.written(from + 1))], cursor.written(from)),
      };
    case 'regex':
      return { and: readRegex(cursor, columns) };
    case 'eval':
      readEvaluated(cursor, columns, dialect);
      return NO_STEP;
    case 'stats':
    case 'eventstats':
    case 'streamstats':
    case 'chart':
    case 'timechart':
    case 'sistats':
      readAggregated(cursor, columns, dialect);
      return NO_STEP;
    case 'rename':
      readRenamed(cursor, columns);
      return NO_STEP;
    case 'rex':
    case 'erex':
      readExtracted(cursor, columns);
      return NO_STEP;
    case 'lookup':
      readLookedUp(cursor, columns);
      return NO_STEP;
    case 'join':
    case 'append':
    case 'union':
    case 'multisearch':
    case 'set':
      return readOther(cursor, token.key, depth);
    default:
      if (ARRANGING.has(token.key)) return NO_STEP;
      cursor.skipUntil(({ key }) => key === '|');
      return { and: opaque(`what \`${token.key.slice(0, 40)}\` gives`, cursor.written(from)) };
  }
}

/** `tstats count from datamodel=Name where … by …` */
function readModel(cursor: Cursor, columns: Columns): QueryTree {
  const of: QueryTree[] = [];
  const dialect = splDialect(columns);
  while (!cursor.isAtEnd() && !cursor.is('|', ']')) {
    const from = cursor.at;
    readAggregated(cursor, columns, dialect);
    const model = cursor.at;
    if (cursor.take('from')) {
      if (cursor.take('datamodel') && cursor.take('=')) {
        const name = splText(cursor.textOf(cursor.next()));
        of.push(predicate('datamodel', 'equals', [name], cursor.written(model)));
      }
    } else if (cursor.take('where')) {
      of.push(readSearch(cursor, columns, (inner) => inner.is('by', 'groupby')));
    } else if (cursor.is('by', 'groupby')) cursor.skipUntil(({ key }) => key === '|' || key === 'where');
    if (cursor.at === from) break;
  }
  return allOf(of);
}

function modelName(written: string): string {
  return written.replace(/^datamodel\s*[:=]?\s*/i, '').replace(/["\s]+/g, '');
}

/** `regex field="…"`; without a field, the whole event. */
function readRegex(cursor: Cursor, columns: Columns): QueryTree {
  const from = cursor.at;
  const hasField = cursor.peek().kind !== 'string';
  const name = hasField ? splText(cursor.textOf(cursor.next())) : '_raw';
  const isNegated = cursor.take('!=');
  cursor.take('=', '==');
  const pattern = splText(cursor.textOf(cursor.next()));
  const operand = columns.get(name) ?? { kind: 'field' as const, name };
  if (operand.kind !== 'field')
    return opaque(operand.kind === 'derived' ? operand.why : 'a computed value', cursor.written(from));
  const tree = predicate(operand.name, 'matches', [pattern], cursor.written(from));
  return isNegated ? notOf(tree) : tree;
}

/** What another search gives: rows that are needed too (`join`), or more rows. */
function readOther(cursor: Cursor, command: string, depth: number): Step {
  const from = cursor.at;
  let isOuter = false;
  const others: QueryTree[] = [];
  while (!cursor.isAtEnd() && !cursor.is('|', ']')) {
    if (cursor.is('type') && /^(?:outer|left)$/.test(cursor.peek(2).key)) isOuter = true;
    if (!cursor.is('[')) cursor.next();
    else if (depth >= DEEPEST) cursor.skipBrackets();
    else {
      cursor.next();
      others.push(readPipeline(cursor, depth + 1));
      cursor.skipUntil(() => false);
      cursor.take(']');
    }
  }
  if (command === 'join') return isOuter ? NO_STEP : { and: allOf(others) };
  return others.length > 0
    ? { or: others }
    : { and: opaque(`what \`${command}\` adds`, cursor.written(from)) };
}
