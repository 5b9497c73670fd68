/** Extensions (lower case) of the files there is a parser for. Apart from the parsers: asking it must cost nothing. */
export const PARSED_EXTENSIONS: ReadonlySet<string> = new Set([
  '.yml',
  '.yaml',
  '.toml',
  '.md',
  '.mdx',
  '.markdown',
  '.json',
  '.ndjson',
  '.jsonl',
  '.csv',
  '.xml',
  '.yaral',
  '.rules',
  '.sql',
  '.kql',
  '.kusto',
]);
