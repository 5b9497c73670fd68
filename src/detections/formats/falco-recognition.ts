import type { Recognition } from '../../readers/reader.ts';
import { falcoKind } from './falco-kind.ts';

export const falcoFiles: Recognition = {
  id: 'falco',
  extensions: ['.yml', '.yaml'],

  recognises: (file) => file.documents.some(({ data }) => falcoKind(data) !== undefined),
};
