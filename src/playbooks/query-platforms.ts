/** Products as hunters name them, and the language their queries are in. */
const LANGUAGES: readonly [platform: RegExp, language: string][] = [
  [/splunk|\bspl\b/i, 'spl'],
  [/sentinel|defender|kusto|\bkql\b|log analytics/i, 'kql'],
  [/\bes\W?ql\b/i, 'esql'],
  [/\beql\b/i, 'eql'],
  [/\blucene\b/i, 'lucene'],
  [/crowdstrike|logscale|\bcql\b/i, 'cql'],
  [/chronicle|secops|yara-?l/i, 'yaral'],
  [/\bsigma\b/i, 'sigma'],
  [/sql|osquery|athena|bigquery|databricks/i, 'sql'],
];

/** Products that take several languages. */
const OF_SEVERAL = /elastic|kibana|opensearch|qradar|graylog/i;

/** The language of a product's queries: `Microsoft Sentinel` → `kql`; undefined where the name does not tell. */
export function languageOfPlatform(platform: string): string | undefined {
  return LANGUAGES.find(([pattern]) => pattern.test(platform))?.[1];
}

/** Whether a heading names a place to query, and not a step of the work: “Splunk”, “Query for Elastic”. */
export function namesPlatform(heading: string): boolean {
  return heading.length <= 60 && (languageOfPlatform(heading) !== undefined || OF_SEVERAL.test(heading));
}
