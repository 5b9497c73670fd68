import type { Recognition } from '../../readers/reader.ts';
import { sentinelKind } from './sentinel-kind.ts';

export const sentinelFiles: Recognition = {
  id: 'sentinel',
  extensions: ['.yml', '.yaml'],

  recognises: (file) => file.documents.some(({ data }) => sentinelKind(data) !== undefined),
};
