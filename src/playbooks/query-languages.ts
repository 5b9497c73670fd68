/** Spellings of the wild → the name a highlighter and a reader know a language by. */
const NAMES: Readonly<Record<string, string>> = {
  kusto: 'kql',
  csl: 'kql',
  splunk: 'spl',
  spl2: 'spl',
  'es|ql': 'esql',
  'es-ql': 'esql',
  osquery: 'sql',
  ps1: 'powershell',
  posh: 'powershell',
  sh: 'bash',
  shell: 'bash',
  yml: 'yaml',
};

const QUERY_LANGUAGES = new Set([
  'kql',
  'spl',
  'esql',
  'eql',
  'kuery',
  'lucene',
  'sql',
  'sigma',
  'yara',
  'yaral',
  'cql',
  'aql',
]);

/** The common name of a language: `KQL`, `kusto` → `kql`; an unknown one in lower case. */
export function languageName(written: string): string {
  const name = written.trim().toLowerCase();
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : name;
}

/** Whether a language asks questions of logs, wherever it stands. */
export function isQueryLanguage(written: string): boolean {
  return QUERY_LANGUAGES.has(languageName(written));
}
