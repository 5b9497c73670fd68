import type { Gap } from '../coverage/gap.ts';
import { count } from './wording.ts';

/** What is at hand to close a gap, each with the fragment of the technique's page that has it. */
export function gapOffers({ closes }: Gap): { text: string; anchor: string }[] {
  const { library, hunts, notCounting, atomics, subtechniques, logSources, playbook } = closes;
  const toCollect = logSources.filter(({ collected }) => collected === false);
  return [
    ...offer(library.length, 'library rule', 'library'),
    ...offer(hunts.length, 'library hunt', 'library-hunts'),
    ...offer(notCounting.length, 'rule to bring back', 'detections', 'rules to bring back'),
    ...offer(atomics.length, 'test to run', 'atomics', 'tests to run'),
    ...offer(subtechniques.length, 'open sub-technique', 'subtechniques'),
    ...offer(toCollect.length, 'log to collect', 'visibility', 'logs to collect'),
    ...(playbook ? [{ text: 'a playbook to start', anchor: 'start' }] : []),
  ];
}

function offer(
  number: number,
  one: string,
  anchor: string,
  many = `${one}s`,
): { text: string; anchor: string }[] {
  return number === 0 ? [] : [{ text: count(number, one, many), anchor }];
}
