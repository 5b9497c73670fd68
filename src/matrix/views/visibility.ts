import { byColor, type LayerView } from '../layer-view.ts';

export const visibilityView: LayerView = {
  id: 'visibility',
  layer: 'visibility',
  label: 'Visibility',
  print: '#%',
  unit: ['# % of its data collected', '# % of its data collected'],
  share: 'visible',
  classes: () => [
    { label: 'Visible', tone: 'moss-4', sign: 'full', word: 'visible', shared: true },
    { label: 'Partly', tone: 'moss-2', sign: 'half', word: 'partly visible' },
    { label: 'Blind', tone: 'alarm', sign: 'cross', word: 'blind' },
    { label: 'Unknown', tone: 'unknown', sign: 'query', word: 'ATT&CK names no data', print: '?' },
  ],
  classOf: byColor,
};
