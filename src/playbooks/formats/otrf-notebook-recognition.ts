import type { Recognition } from '../../readers/reader.ts';
import { markdownOf, MARKDOWN_EXTENSIONS } from './markdown-file.ts';

/** The heading every hunt of the ThreatHunter-Playbook has and other notebooks of its book have not. */
const ANALYTIC = /^#{2,4}[ \t]+Analytic\b/im;

export const otrfNotebookFiles: Recognition = {
  id: 'otrf-notebook',
  extensions: MARKDOWN_EXTENSIONS,

  recognises(file) {
    const markdown = markdownOf(file);
    if (!markdown) return false;
    const { fields, body } = markdown;
    return (Object.hasOwn(fields, 'jupytext') || Object.hasOwn(fields, 'kernelspec')) && ANALYTIC.test(body);
  },
};
