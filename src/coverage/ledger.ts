import type { Weights } from '../workspace/config.ts';
import type { Assessment, ScoreTerm } from './assessment.ts';
import { firstCounting } from './score.ts';
import { silentLines } from './silent-lines.ts';
import { verdictOf } from './verdict.ts';

/** One line of what is said of a technique, what it adds to the score, and the items it is traced to. */
export interface LedgerLine {
  /** A term of the score, or what is said beside it: `exercises`, `sub-techniques`, `not counted`, `library`. */
  term: string;
  because: string;
  /** 0 for what adds nothing. */
  points: number;
  /** Detections, playbooks and exercises, the first the strongest. Empty where a line is about a whole list. */
  items: { key: string; title: string }[];
}

/** All that is said of a technique: the terms of its score in their order, then what adds nothing to it. */
export function ledgerOf(assessment: Assessment, weights: Pick<Weights, 'status'>): LedgerLine[] {
  const told = new Set<string>();
  const terms = assessment.terms.map((term) => {
    const isFirst = !told.has(term.term);
    told.add(term.term);
    return { ...term, items: named(itemsOf(term, isFirst, assessment, weights)) };
  });
  return [...terms, ...silentLines(assessment)];
}

function itemsOf(
  { term }: ScoreTerm,
  isFirst: boolean,
  { detections, playbooks, results }: Assessment,
  weights: Pick<Weights, 'status'>,
): readonly { key: string; title: string }[] {
  const decisive = verdictOf(results).decisive?.exercise;
  const best = firstCounting(detections, weights);
  switch (term) {
    case 'detections':
      return isFirst ? (best ? [best] : []) : detections.filter((detection) => detection !== best);
    case 'tests':
      return detections.filter(({ passingTests }) => passingTests.length > 0);
    case 'playbooks':
      return isFirst ? playbooks.slice(0, 1) : playbooks.slice(1);
    case 'proof':
    case 'failed':
      return decisive ? [decisive] : [];
    default:
      return [];
  }
}

function named(items: readonly { key: string; title: string }[]): LedgerLine['items'] {
  return items.map(({ key, title }) => ({ key, title }));
}
