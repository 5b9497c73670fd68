import { textOf } from '../../documents/fields.ts';
import type { Recognition } from '../../readers/reader.ts';
import { markdownOf, MARKDOWN_EXTENSIONS } from './markdown-file.ts';

const CATEGORY = /^(?:flames?|embers?|alchemy)$/i;

/** H a hypothesis, B a baseline, M a model-assisted hunt. */
const HUNT_ID = /^[HBM]\d{3,}$/i;

/** Keys of Coverbook's own playbooks that HEARTH has not: teams number their own hunts alike. */
const OWN_KEYS = [
  '$schema',
  'actors',
  'platforms',
  'dataSources',
  'data_sources',
  'owner',
  'authors',
  'reviewed',
  'cadence',
  'runs',
  'detections',
];

export const hearthFiles: Recognition = {
  id: 'hearth',
  extensions: MARKDOWN_EXTENSIONS,

  recognises(file) {
    const fields = markdownOf(file)?.fields;
    if (!fields || !Object.hasOwn(fields, 'hypothesis') || Object.hasOwn(fields, 'hunt_id')) return false;
    if (CATEGORY.test(textOf(fields['category']) ?? '')) return true;
    return HUNT_ID.test(textOf(fields['id']) ?? '') && OWN_KEYS.every((key) => !Object.hasOwn(fields, key));
  },
};
