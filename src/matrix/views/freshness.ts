import { byColor, type LayerView } from '../layer-view.ts';

export const freshnessView: LayerView = {
  id: 'freshness',
  layer: 'freshness',
  label: 'Freshness',
  print: '#d',
  unit: ['touched # day ago', 'touched # days ago'],
  share: 'touched within their window',
  classes: () => [
    { label: 'Within 30 days', tone: 'moss-5', sign: 'full', shared: true },
    { label: '90 days', tone: 'moss-4', sign: 'three', shared: true },
    { label: 'A year', tone: 'moss-3', sign: 'half', shared: true },
    { label: 'Longer, in its window', tone: 'moss-1', sign: 'quarter', shared: true },
    { label: 'Stale', tone: 'alarm', sign: 'bang', word: 'stale' },
    { label: 'No date', tone: 'unknown', sign: 'query', word: 'no date is known', print: '?' },
    {
      label: 'Nothing speaks for it',
      tone: 'blank',
      sign: 'ring',
      word: 'nothing speaks for it',
      print: '–',
    },
  ],
  classOf: byColor,
};
