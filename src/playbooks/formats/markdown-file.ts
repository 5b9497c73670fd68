import type { ParsedFile } from '../../documents/document.ts';
import { fieldsOf, type Fields } from '../../documents/fields.ts';

/** A Markdown file as hunt formats look at it. */
export interface MarkdownFile {
  /** The front matter; empty when there is none. */
  fields: Fields;
  /** The text after the front matter. */
  body: string;
  /** Line of the file the body starts on. */
  line: number;
  /** Offset in the file the body starts at. */
  offset: number;
}

/** The extensions foreign hunts are looked for in: nobody but Coverbook writes them in MDX. */
export const MARKDOWN_EXTENSIONS = ['.md', '.markdown'] as const;

/** Keys by which front matter says itself what kind of hunt it is; whoever reads a body alone leaves those files to others. */
const HUNT_KEYS = ['hypothesis', 'techniques', 'hunt_id', 'jupytext', 'kernelspec'];

/** The file as Markdown, or undefined when it is in another syntax. */
export function markdownOf({ documents, text }: ParsedFile): MarkdownFile | undefined {
  const document = documents[0];
  if (document?.syntax !== 'markdown') return undefined;
  const body = document.body ?? { text: '', line: document.lines.to };
  return {
    fields: fieldsOf(document.data) ?? {},
    body: body.text,
    line: body.line,
    offset: text.length - body.text.length,
  };
}

/** The file as Markdown whose front matter, where there is one, claims no hunt: reports and tables stand in such. */
export function plainMarkdownOf(file: ParsedFile): MarkdownFile | undefined {
  const markdown = markdownOf(file);
  return markdown && HUNT_KEYS.every((key) => !Object.hasOwn(markdown.fields, key)) ? markdown : undefined;
}
