import { type DecidingPart, RUNGS, type Rung, type SummitLevel } from './judgement.ts';

/** What is known of a part of a query. */
export type Verdict =
  | { kind: 'weighed'; rung: Rung; level: SummitLevel; parts: DecidingPart[]; unknown: string[] }
  | { kind: 'given'; acts: boolean; parts: DecidingPart[] }
  | { kind: 'excluded' }
  | { kind: 'unknown'; unknown: string[] };

/** As many as a reader takes in. */
const MOST_PARTS = 5;

/** A conjunction: what is given weakens nothing, what is unknown is left out and said. */
export function weakest(verdicts: readonly Verdict[]): Verdict {
  const weighed = verdicts.filter((verdict) => verdict.kind === 'weighed');
  const unknown = [
    ...new Set(verdicts.flatMap((verdict) => ('unknown' in verdict ? verdict.unknown : []))),
  ].slice(0, MOST_PARTS);
  if (weighed.length > 0) {
    const rung = RUNGS[Math.min(...weighed.map((verdict) => RUNGS.indexOf(verdict.rung)))] ?? 'hash';
    const level = Math.min(...weighed.map((verdict) => verdict.level)) as SummitLevel;
    return { kind: 'weighed', rung, level, parts: partsOf(weighed, rung), unknown };
  }
  if (unknown.length > 0) return { kind: 'unknown', unknown };
  const given = verdicts.filter((verdict) => verdict.kind === 'given');
  if (given.length === 0) return { kind: 'excluded' };
  return {
    kind: 'given',
    acts: given.some(({ acts }) => acts),
    parts: given.flatMap(({ parts }) => parts).slice(0, MOST_PARTS),
  };
}

/** A disjunction: an alternative that cannot be changed at all cannot be evaded. */
export function strongest(verdicts: readonly Verdict[]): Verdict {
  const weighed = verdicts.filter((verdict) => verdict.kind === 'weighed');
  const given = verdicts.filter((verdict) => verdict.kind === 'given');
  const unknown = [
    ...new Set(verdicts.flatMap((verdict) => ('unknown' in verdict ? verdict.unknown : []))),
  ].slice(0, MOST_PARTS);
  if (given.length > 0 || verdicts.some(({ kind }) => kind === 'excluded')) {
    if (given.length === 0 && weighed.length === 0 && unknown.length === 0) return { kind: 'excluded' };
    return {
      kind: 'given',
      acts: given.some(({ acts }) => acts),
      parts: given.flatMap(({ parts }) => parts).slice(0, MOST_PARTS),
    };
  }
  if (weighed.length === 0) return { kind: 'unknown', unknown };
  const rung = RUNGS[Math.max(...weighed.map((verdict) => RUNGS.indexOf(verdict.rung)))] ?? 'hash';
  const level = Math.max(...weighed.map((verdict) => verdict.level)) as SummitLevel;
  return { kind: 'weighed', rung, level, parts: partsOf(weighed, rung), unknown };
}

function partsOf(weighed: readonly Extract<Verdict, { kind: 'weighed' }>[], rung: Rung): DecidingPart[] {
  return weighed
    .filter((verdict) => verdict.rung === rung)
    .flatMap(({ parts }) => parts)
    .slice(0, MOST_PARTS);
}
