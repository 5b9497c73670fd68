/** The three ATT&CK domains, in the order MITRE lists them. */
export const DOMAINS = ['enterprise', 'mobile', 'ics'] as const;

/** One ATT&CK domain, as this project and its config name it. */
export type Domain = (typeof DOMAINS)[number];

/** The name STIX bundles and Navigator layers use for a domain, for example `enterprise-attack`. */
export type DomainId = `${Domain}-attack`;

/** The STIX and Navigator name of a domain. */
export function domainId(domain: Domain): DomainId {
  return `${domain}-attack`;
}

const DOMAIN_NAMES: Record<Domain, string> = { enterprise: 'Enterprise', mobile: 'Mobile', ics: 'ICS' };

/** The name of a domain as people read it: `Enterprise`, `Mobile`, `ICS`. */
export function domainName(domain: Domain): string {
  return DOMAIN_NAMES[domain];
}
