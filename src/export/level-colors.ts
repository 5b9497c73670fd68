import type { Level } from '../coverage/assessment.ts';

/** A level's colour behind text, and that of the text: the site's light theme, where files have no style sheet. */
export const LEVEL_COLORS: Record<Level, { fill: string; on: string }> = {
  none: { fill: '#f0f4f6', on: '#414f5a' },
  hunted: { fill: '#f7de91', on: '#422b06' },
  claimed: { fill: '#c1e5f2', on: '#072c41' },
  tested: { fill: '#6bbcdc', on: '#00182b' },
  proven: { fill: '#005781', on: '#f6fdff' },
  failed: { fill: '#c8331a', on: '#fffdfa' },
};
