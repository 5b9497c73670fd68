/** How much a finding matters: an error breaks a promise, a warning deserves a look, a note is for the record. */
export type Severity = 'error' | 'warning' | 'note';

/** A stretch of a text file. Lines and columns start at 1; the end is exclusive, as in LSP and SARIF. */
export interface Range {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A replacement that mends what a finding is about and changes nothing else. */
export interface Fix {
  range: Range;
  /** What to write over the range. */
  text: string;
}

/** One problem at one place. */
export interface Finding {
  /** Permanent, searchable id of the check: `mapping/revoked`. */
  rule: string;
  severity: Severity;
  /** What happened, in one sentence; values in backticks. */
  message: string;
  /** What to do about it. */
  hint?: string;
  /** Name of the source; `(config)` for the config itself. */
  source: string;
  /** Path inside the source. */
  path: string;
  range?: Range;
  fix?: Fix;
  /** Key of the detection, playbook or exercise it is about. */
  item?: string;
}

/** A finding of a reader, which knows the file's content but not where the file lies. */
export type FileFinding = Omit<Finding, 'source' | 'path' | 'item'>;
