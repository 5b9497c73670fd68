import type { Judgement, SummitColumn } from './judgement.ts';
import type { Verdict } from './verdict.ts';

/** A verdict in plain data and one sentence. */
export function said(verdict: Verdict, column: SummitColumn | undefined): Judgement {
  switch (verdict.kind) {
    case 'weighed': {
      const { rung, level, parts, unknown } = verdict;
      const decided = parts[0] ? `\`${parts[0].written}\` decides: ${parts[0].why}` : 'One condition decides';
      const open = unknown.length > 0 ? `; not weighed: ${unknown.join(', ')}` : '';
      return {
        rung,
        because: `${decided}${open}.`,
        parts,
        summit: { level, ...(column && { column }) },
        by: 'query',
      };
    }
    case 'given': {
      const { acts, parts } = verdict;
      if (!acts) return notJudged('The query says where to look, and not for what');
      const decided = parts[0] ? `\`${parts[0].written}\` decides: ${parts[0].why}` : 'The event decides';
      return {
        rung: 'behaviour',
        because: `${decided}, and nothing in it is the adversary's to choose.`,
        parts,
        summit: { level: 4, ...(column && { column }) },
        by: 'query',
      };
    }
    case 'excluded':
      return notJudged('The query says only what it leaves out');
    case 'unknown':
      return notJudged(
        `Nothing in the query could be weighed: ${verdict.unknown.join(', ') || 'it is empty'}`,
      );
  }
}

/** @param why Without a full stop. */
export function notJudged(why: string): Judgement {
  return { because: `${why}.`, parts: [], by: 'not-judged' };
}
