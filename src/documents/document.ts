/** A file parsed once, for every reader that wants to look at it. */
export interface ParsedFile {
  /** Path inside the source; readers use the name and the extension, never the folders, to decide. */
  path: string;
  /** Decoded text, BOM removed, line ends as they are. */
  text: string;
  documents: readonly ParsedDocument[];
}

/** One document of a file: a YAML document, a TOML file, a Markdown file's front matter and body. */
export interface ParsedDocument {
  syntax: 'yaml' | 'toml' | 'markdown';
  data: unknown;
  /** Markdown: the body after the front matter; its first line in the file. */
  body?: { text: string; line: number };
  /** First and last line in the file. */
  lines: { from: number; to: number };
  /** Which document of the file it is, from 0. */
  ordinal: number;
}
