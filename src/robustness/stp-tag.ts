import { type Judgement, RUNGS, type Rung, type SummitColumn, type SummitLevel } from './judgement.ts';

/** `stp.3k`, `stp.2`: a rule's own place in Summiting the Pyramid, in Sigma's tag namespace. */
const TAG = /^stp\.([1-5])([aukph])?$/i;

/**
 * A rule's own statement wins over its query. Level 1 holds hashes, addresses and names alike, so the query still says
 * which of the lower rungs it is; what an adversary brings is a tool; from level 3 on it is the system's and behaviour.
 *
 * @see https://sigmahq.io/sigma-specification, appendix "Tags", namespace `stp`
 */
export function withStpTag(judgement: Judgement, tags: readonly string[]): Judgement {
  for (const tag of tags) {
    const [, level, column] = TAG.exec(tag) ?? [];
    if (level === undefined) continue;
    const stated = Number(level) as SummitLevel;
    const rung = rungOf(stated, judgement.rung);
    return {
      rung,
      because: `The rule says so itself by its tag \`${tag}\`.`,
      parts: judgement.parts,
      summit: {
        level: stated,
        ...(column !== undefined && { column: column.toUpperCase() as SummitColumn }),
        stated: true,
      },
      by: 'tag',
    };
  }
  return judgement;
}

function rungOf(level: SummitLevel, judged: Rung | undefined): Rung {
  if (level >= 3) return 'behaviour';
  if (level === 2) return 'tool';
  return judged !== undefined && RUNGS.indexOf(judged) < RUNGS.indexOf('artefact') ? judged : 'artefact';
}
