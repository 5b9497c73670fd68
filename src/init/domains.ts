import { DOMAINS, type Domain } from '../attack/domain.ts';
import { embeddedSnapshot } from '../attack/embedded.ts';

/** Enterprise, and each other domain that alone knows some of these ids. */
export function domainsOf(techniques: ReadonlySet<string>): Domain[] {
  const known = new Set<string>();
  return DOMAINS.filter((domain) => {
    const ids = embeddedSnapshot(domain).techniques.map(({ id }) => id);
    const isNeeded = domain === 'enterprise' || ids.some((id) => techniques.has(id) && !known.has(id));
    for (const id of ids) known.add(id);
    return isNeeded;
  });
}
