import { splunkKind } from '../../detections/formats/splunk-kind.ts';
import type { Recognition } from '../../readers/reader.ts';

export const splunkHuntFiles: Recognition = {
  id: 'splunk-hunt',
  extensions: ['.yml', '.yaml'],
  recognises: (file) => file.documents.some(({ data }) => splunkKind(data) === 'hunt'),
};
