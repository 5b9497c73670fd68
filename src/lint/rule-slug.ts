/** `mapping/revoked` → `mapping-revoked`: part of an address, and the fragment of the page of all rules. */
export function ruleSlug(id: string): string {
  return id.replaceAll('/', '-');
}
