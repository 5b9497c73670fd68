import type { QueryTree } from '../query-tree.ts';
import { allOf, anyOf, NOTHING } from './tree.ts';

/** What a command of a piped language does to the rows before it: asks more of them, or adds others to them. */
export type Step = { and: QueryTree } | { or: readonly QueryTree[] };

/** The step of a command that asks for nothing. */
export const NO_STEP: Step = { and: NOTHING };

/** Steps gathered one by one into a tree. */
export class Steps {
  #needed: QueryTree[];

  constructor(first: QueryTree) {
    this.#needed = [first];
  }

  add(step: Step): void {
    if ('and' in step) this.#needed.push(step.and);
    else this.#needed = [anyOf([this.tree, ...step.or])];
  }

  get tree(): QueryTree {
    return allOf(this.#needed);
  }
}
