import type { Recognition } from '../../readers/reader.ts';
import { isStrategy } from './ads-sections.ts';
import { MARKDOWN_EXTENSIONS, plainMarkdownOf } from './markdown-file.ts';

export const adsFiles: Recognition = {
  id: 'ads',
  extensions: MARKDOWN_EXTENSIONS,

  recognises(file) {
    const body = plainMarkdownOf(file)?.body;
    return body !== undefined && isStrategy(body);
  },
};
