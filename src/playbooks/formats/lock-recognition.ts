import type { Recognition } from '../../readers/reader.ts';
import { markdownOf, MARKDOWN_EXTENSIONS } from './markdown-file.ts';

export const lockFiles: Recognition = {
  id: 'lock',
  extensions: MARKDOWN_EXTENSIONS,

  recognises(file) {
    const fields = markdownOf(file)?.fields;
    const has = (key: string): boolean => fields !== undefined && Object.hasOwn(fields, key);
    return has('hunt_id') && (has('techniques') || has('hunter'));
  },
};
