import type { LintRule } from '../rule.ts';

/** What can be wrong with a file before anything is read from it; sorted by id. */
export const FILE_RULES: readonly LintRule[] = [
  {
    id: 'file/duplicate-key',
    severity: 'warning',
    summary: 'A key stands twice in one map of a YAML file; the last one counts.',
    remedy: 'Keep the one that is meant.',
  },
  {
    id: 'file/executable-front-matter',
    severity: 'error',
    summary: 'The front matter of a Markdown file is a program; it is never run and the file is not read.',
    remedy: 'Write the front matter as YAML.',
  },
  {
    id: 'file/lenient-syntax',
    severity: 'warning',
    summary: 'A YAML file is read that strict parsers refuse; other tools may not read it.',
    remedy: 'Indent every line of a quoted text further than its key, or write the text as a block.',
  },
  {
    id: 'file/syntax',
    severity: 'error',
    summary: 'A file is no valid YAML, TOML or front matter.',
    remedy: 'Mend the syntax at the place the finding names.',
  },
  {
    id: 'file/too-large',
    severity: 'warning',
    summary: 'A file is larger than the limit and was not read.',
    remedy: 'Exclude the file from the source, or raise `limits.fileSize` in the config.',
  },
  {
    id: 'file/unreadable',
    severity: 'error',
    summary: 'A file is not text in a known encoding.',
    remedy: 'Save it as UTF-8, or exclude it from the source.',
  },
];
