import type { QueryTree } from '../query-tree.ts';
import type { Operand } from './dialect.ts';
import type { Names } from './kusto-dialect.ts';
import { opaque } from './tree.ts';

const DEEPEST = 30;
/** Parts of a query all together, where tables that are named once are used again and again. */
const MOST_PARTS = 20_000;

/** What the names of a query stand for at one place of it, and how much the query has grown to. */
export class Scope implements Names {
  readonly #outer: Scope | undefined;
  readonly #names = new Map<string, Operand>();
  readonly #tables = new Map<string, { tree: QueryTree; size: number }>();
  readonly #depth: number;
  readonly #used: { parts: number };

  constructor(outer?: Scope) {
    this.#outer = outer;
    this.#depth = outer ? outer.#depth + 1 : 0;
    this.#used = outer ? outer.#used : { parts: 0 };
  }

  within(): Scope {
    return new Scope(this);
  }

  get isTooDeep(): boolean {
    return this.#depth > DEEPEST;
  }

  get(name: string): Operand | undefined {
    return this.#names.get(name) ?? this.#outer?.get(name);
  }

  setName(name: string, operand: Operand): void {
    this.#names.set(name, operand);
  }

  /** Where a table stands for a list of values, its name says which. */
  setTable(name: string, tree: QueryTree): void {
    this.#tables.set(name, { tree, size: sizeOf(tree) });
    this.#names.set(name, { kind: 'values', values: [name], isList: true });
  }

  table(name: string): QueryTree | undefined {
    const table = this.#tables.get(name);
    if (!table) return this.#outer?.table(name);
    this.#used.parts += table.size;
    if (this.#used.parts > MOST_PARTS) return opaque('a table used too often', name);
    return table.tree;
  }
}

function sizeOf(tree: QueryTree): number {
  if (tree.kind === 'not') return 1 + sizeOf(tree.of);
  if (tree.kind === 'all' || tree.kind === 'any')
    return tree.of.reduce((size, part) => size + sizeOf(part), 1);
  return tree.kind === 'predicate' ? 1 + tree.values.length : 1;
}
