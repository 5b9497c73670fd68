import { RUNGS } from '../robustness/judgement.ts';
import type { Assessment, Freshness, TechniqueRobustness, TechniqueVisibility } from './assessment.ts';
import { counted } from './wording.ts';

/** How hard its rules are to evade, how old what speaks for it is, and whether our logs could show it; lines of text. */
export function explainStanding({
  robustness,
  freshness,
  visibility,
  detections,
}: Pick<Assessment, 'robustness' | 'freshness' | 'visibility' | 'detections'>): string[] {
  return [
    ...(detections.length > 0 ? ['', `Robustness: ${robustnessWords(robustness)}.`] : []),
    ...(freshness.items > 0 || freshness.newest ? ['', `Freshness: ${freshnessWords(freshness)}.`] : []),
    ...(visibility ? ['', ...visibilityLines(visibility)] : []),
  ];
}

function robustnessWords({ best, spread }: TechniqueRobustness): string {
  const rungs = [...RUNGS].reverse().filter((rung) => spread[rung] > 0);
  const counts = rungs.map((rung) => `${spread[rung]} on ${rung}`);
  const open = spread['not-judged'];
  if (open > 0) counts.push(`${open} not judged`);
  return best === undefined ? counts.join(', ') : `at best ${best} (${counts.join(', ')})`;
}

const DONE = {
  changed: 'a rule was changed',
  reviewed: 'a playbook was looked at',
  proven: 'an exercise saw it',
};

function freshnessWords({ newest, stale, staleItems, items }: Freshness): string {
  const last = newest
    ? `${DONE[newest.what]} on ${newest.date}, ${counted(newest.days, 'day')} ago`
    : 'nobody knows when it was last touched';
  const past = items === 0 ? '' : `; ${staleItems} of ${counted(items, 'item')} past their window`;
  return `${last}${past}${stale ? ', so it is stale' : ''}`;
}

const SEEN: Record<TechniqueVisibility['state'], string> = {
  visible: 'all that one of ATT&CK’s analytics reads is collected',
  partial: 'a part of what it would show in is collected',
  blind: 'nothing of what it would show in is collected',
  unknown: 'ATT&CK names no data it would show in',
};

function visibilityLines({ state, share, components }: TechniqueVisibility): string[] {
  return [
    `Visibility: ${state}, ${SEEN[state]}${components.length > 0 ? ` (${share} % of its data components)` : ''}.`,
    ...components.map(
      ({ name, id, logSources, collected }) =>
        `  ${collected.length > 0 ? 'yes' : 'no '}  ${name} (${id})${logSources.length > 0 ? `: ${logSources.slice(0, 3).join(', ')}` : ''}`,
    ),
  ];
}
