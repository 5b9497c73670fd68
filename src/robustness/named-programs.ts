import { type FieldDictionary, fieldClassOf } from './field-class.ts';
import type { Predicate, QueryTree } from './query-tree.ts';
import { isSystemKey } from './system-places.ts';
import { systemProgram, type SystemProgram } from './system-programs.ts';
import { programInText } from './program-in-text.ts';
import { baseName } from './weigh-name.ts';

/** The programs of the system that every event a conjunction matches must name. */
export interface NamedPrograms {
  program?: SystemProgram;
  parentProgram?: SystemProgram;
  /** A registry key of the system. */
  systemKey?: true;
}

const PROGRAM = new Set(['process-image', 'original-file-name']);
const CALL = new Set(['command-line', 'payload']);

/**
 * For every conjunction of a tree: which program its parameters are given to. One pass, deepest first.
 * One program that is no interpreter makes the parameters its own.
 */
export function namedPrograms(
  tree: QueryTree,
  fields: readonly FieldDictionary[],
): ReadonlyMap<QueryTree, NamedPrograms> {
  const found = new Map<QueryTree, NamedPrograms>();
  visit(tree, fields, found, 0);
  return found;
}

function visit(
  tree: QueryTree,
  fields: readonly FieldDictionary[],
  found: Map<QueryTree, NamedPrograms>,
  depth: number,
): NamedPrograms {
  if (tree.kind === 'predicate') return ofPredicate(tree, fields);
  if (depth > 200 || (tree.kind !== 'all' && tree.kind !== 'any')) return {};
  const named = tree.of.map((part) => visit(part, fields, found, depth + 1)).reduce(merged, {});
  found.set(tree, named);
  return named;
}

function ofPredicate(predicate: Predicate, fields: readonly FieldDictionary[]): NamedPrograms {
  const fieldClass = fieldClassOf(predicate.field, ...fields);
  if (fieldClass === 'registry') {
    return predicate.values.some((value) => isSystemKey(value.toLowerCase())) ? { systemKey: true } : {};
  }
  if (CALL.has(fieldClass ?? '')) {
    return predicate.values.map((value) => called(programInText(value.toLowerCase()))).reduce(merged, {});
  }
  const key = PROGRAM.has(fieldClass ?? '')
    ? 'program'
    : fieldClass === 'parent-image'
      ? 'parentProgram'
      : undefined;
  if (key === undefined) return {};
  return predicate.values
    .map((value) => systemProgram(baseName(value.toLowerCase().replace(/\\\./g, '.').replace(/\$$/, ''))))
    .map((program) => (program === undefined ? {} : { [key]: program }))
    .reduce(merged, {});
}

function merged(one: NamedPrograms, other: NamedPrograms): NamedPrograms {
  const program = either(one.program, other.program);
  const parentProgram = either(one.parentProgram, other.parentProgram);
  const systemKey = one.systemKey ?? other.systemKey;
  return {
    ...(program && { program }),
    ...(parentProgram && { parentProgram }),
    ...(systemKey && { systemKey }),
  };
}

function either(one: SystemProgram | undefined, other: SystemProgram | undefined): SystemProgram | undefined {
  return one === 'program' || other === 'program' ? 'program' : (one ?? other);
}

function called(program: SystemProgram | undefined): NamedPrograms {
  return program === undefined ? {} : { program };
}
