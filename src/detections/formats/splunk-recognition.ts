import type { Recognition } from '../../readers/reader.ts';
import { splunkKind } from './splunk-kind.ts';

export const splunkFiles: Recognition = {
  id: 'splunk',
  extensions: ['.yml', '.yaml'],

  recognises: (file) => file.documents.some(({ data }) => splunkKind(data) !== undefined),
};
