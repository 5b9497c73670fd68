import type { Rung } from '../robustness/judgement.ts';

/** What a rung is called, and what an adversary must change to leave a rule on it behind. */
export const RUNG_WORDS: Record<Rung | 'not-judged', { name: string; says: string }> = {
  behaviour: { name: 'Behaviour', says: 'An adversary must do something else to get the same result.' },
  tool: { name: 'Tool', says: 'An adversary must rebuild or replace the tool.' },
  artefact: { name: 'Artefact', says: 'An adversary must rename or move what the tool leaves behind.' },
  domain: { name: 'Domain', says: 'An adversary must register another name.' },
  ip: { name: 'IP address', says: 'An adversary must move to another host.' },
  hash: { name: 'File hash', says: 'An adversary must change one byte.' },
  'not-judged': { name: 'Not judged', says: 'The query does not say, or is not understood.' },
};

/** From the most to the least trouble for an adversary. */
export const RUNGS_SHOWN: readonly (Rung | 'not-judged')[] = [
  'behaviour',
  'tool',
  'artefact',
  'domain',
  'ip',
  'hash',
  'not-judged',
];
