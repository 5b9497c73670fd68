import { lazy } from '../../attack/lazy.ts';
import type { Playbook } from '../../playbooks/playbook.ts';
import { COMMON_WORDS } from '../common-words.ts';
import { inItem } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

/** With one word of its own a hypothesis may name a tool, and not what is done with it. */
const FEWEST = 2;

export const vagueHypothesis: WorkspaceRule = {
  id: 'playbook/vague-hypothesis',
  severity: 'warning',
  summary: 'The hypothesis of a playbook names no behaviour that could be seen or not seen.',
  remedy: 'Say what an adversary does, with what, and where that would show.',
  why: `A hypothesis can be wrong; “we may be compromised” cannot. Without a behaviour there is nothing to look for, and no run ends with an
answer.

Words that stand in nearly every hypothesis (*adversary*, *may*, *suspicious*, *activity*, *our network*), ids of ATT&CK and the names of
the playbook’s actors are taken out; when not even two different words are left, nothing was said. The words are English: in another
language everything counts, and nothing is reported that should not be. Retired playbooks are left alone.`,
  example: {
    language: 'markdown',
    bad: `---
title: Scheduled tasks
hypothesis: An adversary may be active in our environment and use T1053.005.
---`,
    good: `---
title: Scheduled tasks
hypothesis: An intruder keeps access through a task that runs a user’s script.
---`,
  },
  check: ({ own }) =>
    own.playbooks
      .filter(({ status, hypothesis }) => status !== 'retired' && hypothesis !== undefined)
      .filter((playbook) => ownWords(playbook).size < FEWEST)
      .map((playbook) => ({
        message:
          'Unexpected hypothesis without a behaviour, expected what an adversary does and where it would show',
        hint: 'Name the program, the object or the traffic that would be seen.',
        ...inItem(playbook, ['hypothesis']),
      })),
};

const segmenter = lazy(() => new Intl.Segmenter('en', { granularity: 'word' }));

/** Words of a hypothesis that not every other hypothesis has. */
function ownWords({ hypothesis = '', actors }: Playbook): Set<string> {
  const names = new Set(actors.flatMap((actor) => wordsOf(actor)));
  return new Set(
    wordsOf(hypothesis.replaceAll(/\b(?:TA?|G|S|C|DC)\d{4}(?:\.\d{3})?\b/g, ' ')).filter(
      (word) => !COMMON_WORDS.has(word) && !names.has(word),
    ),
  );
}

function wordsOf(text: string): string[] {
  return [...segmenter().segment(text.toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}
