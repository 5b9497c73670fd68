import type { Detection } from '../../detections/detection.ts';

/**
 * STIX's open vocabulary of pattern types has `pcre`, `sigma`, `snort`, `stix`, `suricata` and `yara` (STIX 2.1, 10.18);
 * other languages go by the name the field knows them by.
 */
const PATTERN_TYPES: Readonly<Record<string, string>> = {
  kuery: 'kuery',
  yaral: 'yara-l',
  xml: 'wazuh',
};

/** The query of a rule as a STIX pattern, or nothing where the rule has none: STIX allows no indicator without. */
export function patternOf({
  query,
  language,
  format,
  title,
}: Pick<Detection, 'query' | 'language' | 'format' | 'title'>):
  { pattern: string; pattern_type: string } | undefined {
  if (query === undefined || query.trim() === '') return undefined;
  const type = language ?? format;
  return {
    pattern: type === 'sigma' ? wholeSigma(query, title) : query,
    pattern_type: PATTERN_TYPES[type] ?? type,
  };
}

/** A Sigma query is the part of its rule that detects; with the title, which Sigma asks for, a converter takes it. */
function wholeSigma(query: string, title: string): string {
  return /^\w/.test(query) ? `title: ${JSON.stringify(title)}\n${query}` : query;
}
