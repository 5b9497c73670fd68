import { type FieldDictionary, fieldClassOf } from './field-class.ts';
import type { Judgement, SummitColumn } from './judgement.ts';
import { namedPrograms } from './named-programs.ts';
import type { Predicate, QueryTree } from './query-tree.ts';
import { said } from './said.ts';
import { strongest, type Verdict, weakest } from './verdict.ts';
import type { Surroundings } from './surroundings.ts';
import { weigh } from './weigh.ts';

/** What a query does not say of itself. */
export interface JudgeContext {
  /** Asked in this order. */
  fields: readonly FieldDictionary[];
  /** Where the events come from, when the log source tells. */
  column?: SummitColumn;
  /** Requests to our own servers: a path is that of our application, not the adversary's. */
  inbound?: boolean;
  /** What a field only has to have is looked up in a list of indicators. */
  comparesLists?: boolean;
  /** A device's own log: its words are the device's. */
  deviceLog?: boolean;
}

/** Beyond this depth a query is not understood. */
const DEEPEST = 200;

/**
 * How hard a query is to evade. Pure, linear in the size of the tree.
 *
 * A conjunction is evaded by changing one of its conditions: the weakest decides. A disjunction is evaded by changing
 * all: the strongest decides. An exclusion decides nothing. (Summiting the Pyramid, "Combining Observables": AND is the
 * minimum, OR the maximum.) What an adversary has no say in weakens no conjunction.
 */
export function judge(tree: QueryTree, context: JudgeContext): Judgement {
  const programs = namedPrograms(tree, context.fields);
  const verdict = judgeTree(tree, { ...context, programs }, {}, false, 0);
  return said(verdict, context.column);
}

interface Judging extends JudgeContext {
  programs: ReturnType<typeof namedPrograms>;
}

function judgeTree(
  tree: QueryTree,
  judging: Judging,
  around: Surroundings,
  isNegated: boolean,
  depth: number,
): Verdict {
  if (depth > DEEPEST) return { kind: 'unknown', unknown: ['a part nested too deep'] };
  switch (tree.kind) {
    case 'opaque':
      return isNegated ? { kind: 'excluded' } : { kind: 'unknown', unknown: [tree.why] };
    case 'predicate':
      return isNegated ? { kind: 'excluded' } : judgePredicate(tree, judging, around);
    case 'not':
      return judgeTree(tree.of, judging, around, !isNegated, depth + 1);
    case 'all':
    case 'any': {
      const isAll = (tree.kind === 'all') !== isNegated;
      const inside = isAll && !isNegated ? { ...around, ...judging.programs.get(tree) } : around;
      const verdicts = tree.of.map((part) => judgeTree(part, judging, inside, isNegated, depth + 1));
      return isAll ? weakest(verdicts) : strongest(verdicts);
    }
  }
}

function judgePredicate(predicate: Predicate, judging: Judging, around: Surroundings): Verdict {
  const { inbound, deviceLog, comparesLists, fields } = judging;
  const fieldClass = fieldClassOf(predicate.field, ...fields);
  const weight = weigh(predicate, fieldClass, { ...around, inbound, deviceLog, comparesLists });
  if (weight.kind === 'unknown') {
    const isField = fieldClass === undefined && predicate.field !== '';
    return { kind: 'unknown', unknown: [isField ? `\`${predicate.field}\`` : weight.why] };
  }
  const rung = weight.kind === 'weighed' ? weight.rung : 'behaviour';
  const part = { field: predicate.field, written: shortened(predicate.written), rung, why: weight.why };
  return weight.kind === 'given'
    ? { kind: 'given', acts: weight.acts, parts: weight.acts ? [part] : [] }
    : { kind: 'weighed', rung, level: weight.level, parts: [part], unknown: [] };
}

const LONGEST = 120;

function shortened(written: string): string {
  const line = written
    .slice(0, 4 * LONGEST)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
