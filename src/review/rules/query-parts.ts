import { CORE_SCHEMA, loadAll } from 'js-yaml';
import type { Detection } from '../../detections/detection.ts';
import { fieldsOf } from '../../documents/fields.ts';
import { LANGUAGES } from '../../robustness/languages.ts';
import type { Predicate, QueryTree } from '../../robustness/query-tree.ts';
import { sigmaQuery } from '../../robustness/sigma/query.ts';

/** A query taken apart into what must hold and what must not. */
export interface QueryParts {
  /** What must hold, in a form that layout, comments and the order of alternatives do not change. */
  logic: string;
  /** Each condition that keeps an event from matching, as people read it. */
  exclusions: string[];
  /** Part of it is not understood: whether it means the same cannot be told. */
  opaque: boolean;
}

/** The parts of a rule's query; undefined for a language that is not taken apart. */
export function queryParts({ language, query, format }: Detection): QueryParts | undefined {
  if (query === undefined) return undefined;
  const tree = language === 'sigma' ? sigmaTree(query, format) : LANGUAGES.get(language ?? '')?.parse(query);
  if (!tree) return undefined;
  const exclusions: string[] = [];
  const logic = canonical(tree, exclusions);
  return { logic, exclusions, opaque: isOpaque(tree) };
}

/** Correlations have no events of their own to match, and the text of a collection is several documents. */
function sigmaTree(query: string, format: Detection['format']): QueryTree | undefined {
  if (format !== 'sigma') return undefined;
  try {
    const documents = loadAll(query, { schema: CORE_SCHEMA });
    const detection = documents.length === 1 ? fieldsOf(fieldsOf(documents[0])?.['detection']) : undefined;
    return detection && sigmaQuery(detection);
  } catch {
    return undefined;
  }
}

function isOpaque(tree: QueryTree): boolean {
  if (tree.kind === 'opaque') return true;
  if (tree.kind === 'predicate') return false;
  return tree.kind === 'not' ? isOpaque(tree.of) : tree.of.some(isOpaque);
}

/** The tree as text without what is negated, which goes to `exclusions`. */
function canonical(tree: QueryTree, exclusions: string[]): string {
  switch (tree.kind) {
    case 'predicate':
      return shown(tree);
    case 'opaque':
      return `?${tree.written}`;
    case 'not':
      exclusions.push(...excluded(tree.of));
      return '';
    default: {
      const parts = tree.of.map((part) => canonical(part, exclusions)).filter((part) => part !== '');
      const distinct = [...new Set(parts)].sort();
      if (distinct.length < 2) return distinct[0] ?? '';
      return `(${distinct.join(tree.kind === 'all' ? ' and ' : ' or ')})`;
    }
  }
}

/** Of alternatives each is an exclusion of its own, and so is each of several values. */
function excluded(tree: QueryTree): string[] {
  if (tree.kind === 'any') return tree.of.flatMap(excluded);
  if (tree.kind === 'predicate' && tree.values.length > 1)
    return tree.values.map((value) => shown({ ...tree, values: [value] }));
  const inner: string[] = [];
  const text = canonical(tree, inner).replaceAll(/^\((.*)\)$/gs, '$1');
  return [inner.length === 0 ? text : `${text} unless ${inner.join(' or ')}`];
}

const WORDS: Record<Predicate['comparison'], string> = {
  equals: 'is',
  contains: 'contains',
  startswith: 'starts with',
  endswith: 'ends with',
  matches: 'matches',
  'in-network': 'is in',
  'greater-or-less': 'compares with',
  exists: 'exists',
  keyword: 'contains',
};

/** `CommandLine contains ' -enc '`; values sorted, since any is enough. */
function shown({ field, comparison, values, written }: Predicate): string {
  const name = field === '' ? 'the event' : field;
  if (comparison === 'exists') return `${name} exists`;
  // Whether more or less is asked for stands in the query alone.
  if (comparison === 'greater-or-less') return written.replaceAll(/\s+/g, ' ');
  return `${name} ${WORDS[comparison]} ${[...new Set(values)].sort().map(quoted).join(' or ')}`;
}

function quoted(value: string): string {
  return `'${value}'`;
}
