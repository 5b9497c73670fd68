import type { CsvTable } from './csv.ts';
import type { XmlElement } from './xml.ts';

/** A file parsed once, for every reader that wants to look at it. */
export interface ParsedFile {
  /** Path inside the source; readers use the name and the extension, never the folders, to decide. */
  path: string;
  /** Decoded text, BOM removed, line ends as they are. */
  text: string;
  documents: readonly ParsedDocument[];
}

/** One document of a file: a YAML document, a TOML file, a line of NDJSON, a Markdown file's front matter and body. */
export type ParsedDocument = DataDocument | CsvDocument | XmlDocument | TextDocument;

interface DocumentPlace {
  /** First and last line in the file. */
  lines: { from: number; to: number };
  /** Which document of the file it is, from 0. */
  ordinal: number;
}

export interface DataDocument extends DocumentPlace {
  syntax: 'yaml' | 'toml' | 'json' | 'markdown';
  data: unknown;
  /** Markdown: the body after the front matter; its first line in the file. */
  body?: { text: string; line: number };
}

export interface CsvDocument extends DocumentPlace {
  syntax: 'csv';
  data: CsvTable;
  body?: undefined;
}

export interface XmlDocument extends DocumentPlace {
  syntax: 'xml';
  /** The elements at the top: rule files are fragments with several. */
  data: readonly XmlElement[];
  body?: undefined;
}

/** A language only its reader knows: the file's `text` is all there is. */
export interface TextDocument extends DocumentPlace {
  syntax: 'text';
  data: null;
  body?: undefined;
}
