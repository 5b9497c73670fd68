import type { Recognition } from '../../readers/reader.ts';
import { MARKDOWN_EXTENSIONS, plainMarkdownOf } from './markdown-file.ts';

/** The four fields of ABLE, each as a cell or a heading. */
const ABLE = [
  /(?:\||^#{1,6})[ \t]*\**(?:threat )?(?:actor|adversary)\b/im,
  /(?:\||^#{1,6})[ \t]*\**behaviou?r\b/im,
  /(?:\||^#{1,6})[ \t]*\**locations?\b/im,
  /(?:\||^#{1,6})[ \t]*\**(?:evidence|examples?)\b/im,
];

export const peakFiles: Recognition = {
  id: 'peak',
  extensions: MARKDOWN_EXTENSIONS,

  recognises(file) {
    const body = plainMarkdownOf(file)?.body;
    return body !== undefined && ABLE.every((field) => field.test(body));
  },
};
