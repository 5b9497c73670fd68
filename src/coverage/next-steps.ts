import type { Gap, MissingKind } from './gap.ts';

/** What would close a gap, most urgent first: one imperative sentence each, with what is at hand for it. */
export function nextSteps(gap: Gapped): string[] {
  return gap.missing.flatMap((kind) => stepsToMend(kind, gap));
}

/** What would mend one thing that is missing. */
export function stepsToMend(kind: MissingKind, gap: Gapped): string[] {
  return STEPS[kind](gap.closes, gap);
}

type Gapped = Pick<Gap, 'missing' | 'closes' | 'technique'>;

type Step = (closes: Gap['closes'], gap: Pick<Gap, 'technique' | 'missing'>) => string[];

const STEPS: Record<MissingKind, Step> = {
  miss: ({ library: [best] }, { missing }) => [
    'Find out why the exercise missed it, mend the rule or the log, and run it again.',
    ...(best && !missing.includes('rule') ? [`Compare with “${best.title}” from ${best.source}.`] : []),
  ],
  visibility: ({ logSources }) => {
    const dark = logSources.find(({ collected }) => collected === false);
    if (!dark) return [];
    const log = dark.logSources[0] === undefined ? '' : `, for example from ${dark.logSources[0]}`;
    return [`Collect ${dark.component.name}${log}.`];
  },
  rule: ({ library, notCounting, subtechniques }) => {
    const [best] = library;
    const [back] = notCounting;
    if (best) return [`Deploy “${best.title}” from ${best.source}${more(library.length, 'library rule')}.`];
    if (back) return [`Bring back “${back.title}” (${back.countsNot ?? 'does not count'}).`];
    if (subtechniques.length > 0) return ['Write a rule for it or for one of its sub-techniques.'];
    return ['Write a rule: no source has one.'];
  },
  hunt: (_, { technique }) => [`Start a hunt: \`coverbook backlog --start ${technique}\`.`],
  test: () => ['Test one of its rules on sample data.'],
  proof: ({ atomics }) => {
    const [test] = atomics;
    if (!test) return ['Put it into the next exercise.'];
    return [`Run “${test.name}”${more(atomics.length, 'atomic test')} and see whether it alerts.`];
  },
  robustness: () => ['Write a rule on the behaviour, not on what the adversary changes at will.'],
  freshness: () => ['Review what speaks for it.'],
};

function more(all: number, noun: string): string {
  return all < 2 ? '' : ` (or another of ${all} ${noun}s)`;
}
