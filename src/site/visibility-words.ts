import type { TechniqueVisibility } from '../coverage/assessment.ts';

/** What a state of visibility is called and says. */
export const VISIBILITY_WORDS: Record<TechniqueVisibility['state'], { name: string; says: string }> = {
  visible: { name: 'Visible', says: 'Everything at least one analytic reads is collected.' },
  partial: {
    name: 'Partly visible',
    says: 'Some of what its analytics read is collected, for none of them all.',
  },
  blind: { name: 'Blind', says: 'Nothing its analytics read is collected.' },
  unknown: { name: 'Unknown', says: 'ATT&CK names no data it would show in.' },
};
