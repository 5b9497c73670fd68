import type { MissingKind } from '../coverage/gap.ts';

/** What is missing, as a chip says it, and in a sentence. */
export const MISSING_WORDS: Record<MissingKind, { name: string; says: string }> = {
  miss: { name: 'Missed', says: 'An exercise missed it.' },
  visibility: { name: 'Logs missing', says: 'The logs it would show in are not all collected.' },
  rule: { name: 'No rule', says: 'No counting detection looks for it.' },
  hunt: { name: 'No hunt', says: 'No current playbook looks for it.' },
  test: { name: 'Not tested', says: 'Nothing shows that its rules fire.' },
  proof: { name: 'Not proven', says: 'No exercise in the window saw it.' },
  robustness: {
    name: 'Easily evaded',
    says: 'Its best rule keys on what an adversary changes without trouble.',
  },
  freshness: { name: 'Stale', says: 'Nothing that speaks for it was touched within its window.' },
};
