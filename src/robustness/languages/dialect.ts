import type { Comparison, QueryTree } from '../query-tree.ts';
import type { Cursor, Token } from './cursor.ts';

/** One side of a comparison, as far as it is understood. */
export type Operand =
  | { kind: 'field'; name: string }
  /** One value or a list of them, `isPattern` for a regular expression as a literal; whatever is computed without a field (`ago(7d)`) is one too, as written. */
  | { kind: 'values'; values: string[]; isNull?: true; isList?: true; isPattern?: true }
  /** A number taken of a field's value, or counted over events (`count`). */
  | { kind: 'measure'; field: string }
  /** A condition where a value may stand: `cidrMatch(source.ip, "…")`. */
  | { kind: 'condition'; tree: QueryTree }
  /** A value that fields were computed to. */
  | { kind: 'derived'; why: string };

export interface Operator {
  /** `same`: equal, and absent where the value is null or empty. */
  comparison: Comparison | 'same';
  isNegated?: true;
  /** Every value of the list must be met: `has_all`. */
  isEach?: true;
}

/** Turns the arguments of a function into the condition it is; undefined for arguments it does not understand. */
export type ConditionFunction = (args: readonly Operand[], written: string) => QueryTree | undefined;

/** What tells one language of functions and operators from another. */
export interface Dialect {
  /** By the operator's text in lower case. */
  operators: ReadonlyMap<string, Operator>;
  /** Functions that give their field back in another form: `tolower`, `tostring`. */
  forms: ReadonlySet<string>;
  /** Functions that give a number of their field: `length`. */
  measures: ReadonlySet<string>;
  /** Functions that count events or add up their values: `count`, `dcount`. */
  aggregates?: ReadonlySet<string>;
  conditions: ReadonlyMap<string, ConditionFunction>;
  /** The text of a string token, without quotes and escapes. */
  unquoted(written: string): string;
  /** A name in the text: a field, unless the query has given it another meaning. */
  named?(name: string): Operand;
  /** A token that stands for a value by the language's own rules. */
  special?(cursor: Cursor, token: Token): Operand | undefined;
  /** Steps over what may hang on an operand (casts, indexes, parts of its value), and gives what it is with that. */
  trailing?(cursor: Cursor, operand: Operand): Operand;
}
