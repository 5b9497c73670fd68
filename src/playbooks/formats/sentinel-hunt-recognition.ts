import { sentinelKind } from '../../detections/formats/sentinel-kind.ts';
import type { Recognition } from '../../readers/reader.ts';

export const sentinelHuntFiles: Recognition = {
  id: 'sentinel-hunt',
  extensions: ['.yml', '.yaml'],
  recognises: (file) => file.documents.some(({ data }) => sentinelKind(data) === 'hunt'),
};
