import { DOMAINS, domainId, type Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { ProfileScope } from '../readers/reader.ts';
import { shownText } from '../mapping/shown.ts';
import type { ProfileFinding } from './check.ts';

/**
 * The domain a layer is made for, by its name of any time: `enterprise-attack`, `mitre-enterprise`, `ics-attack`.
 * Undefined for anything else.
 */
export function layerDomain(written: string): Domain | undefined {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/^mitre-|-attack$/g, '');
  return DOMAINS.find((domain) => domain === name);
}

/** Whether the ATT&CK domain and version a layer says it is made for are the ones that are loaded. */
export function checkScope(
  { domain, version, pointer }: ProfileScope,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): ProfileFinding[] {
  if (domain === undefined) return [];
  const known = layerDomain(domain);
  const base = known && knowledge.get(known);
  if (!base) {
    const configured = [...knowledge.keys()].map((name) => `\`${domainId(name)}\``).join(' or ');
    return [
      {
        rule: 'navigator/wrong-domain',
        severity: 'warning',
        message: `Unexpected domain \`${shownText(domain)}\`, expected ${configured}`,
        hint: known
          ? `Add \`${known}\` to \`attack.domains\` in the config; until then the layer adds no relevance.`
          : 'Correct the domain; until then the layer adds no relevance.',
        pointer: [...pointer, 'domain'],
      },
    ];
  }
  if (version === undefined || major(version) === major(base.version)) return [];
  return [
    {
      rule: 'navigator/other-version',
      severity: 'note',
      message: `Unexpected ATT&CK version \`${shownText(version)}\`, expected \`${major(base.version)}\`, the one that is loaded`,
      hint: 'Revoked ids stand for their successors; look the layer over and save it for the version that is loaded.',
      pointer: [...pointer, 'versions', 'attack'],
    },
  ];
}

function major(version: string): string {
  return version.trim().replace(/^v/i, '').split('.')[0] ?? version;
}
