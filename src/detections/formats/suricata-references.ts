import type { SuricataOption } from './suricata-rules.ts';

/**
 * The `reference:type,value` options of a rule as a reader wants them: an address with its scheme, which rules leave
 * out, and the ids of other kinds under their kind.
 */
export function suricataReferences(options: readonly SuricataOption[]): string[] {
  return options.flatMap(({ name, value }) => {
    if (name !== 'reference') return [];
    const comma = value.indexOf(',');
    const [type, id] = [
      value.slice(0, Math.max(0, comma)).trim().toLowerCase(),
      value.slice(comma + 1).trim(),
    ];
    if (id === '') return [];
    if (type === 'url') return /^[a-z][a-z0-9+.-]*:\/\//i.test(id) ? id : `https://${id}`;
    if (type === 'cve') return `CVE-${id.replace(/^cve[-_]/i, '')}`;
    return type === '' ? id : `${type}: ${id}`;
  });
}
