import { createHash } from 'node:crypto';
import type { Domain } from './domain.ts';
import type { AttackFacts, AttackProse } from './facts.ts';
import { lazy } from './lazy.ts';

/** The facts of a domain at one version, which may be decoded when somebody asks for them. */
export interface FactsSource {
  readonly domain: Domain;
  readonly version: string;
  readonly facts: () => AttackFacts;
  readonly prose?: AttackProse;
  /** Of all it holds, domain and version among it: another for other facts. */
  readonly digest: () => string;
}

/** Facts that are there already. */
export function factsAtHand(facts: AttackFacts, prose?: AttackProse): FactsSource {
  const { domain, version } = facts;
  return {
    domain,
    version,
    facts: () => facts,
    ...(prose && { prose }),
    digest: lazy(() => textDigest(JSON.stringify([facts, prose], withMaps))),
  };
}

/** Prose is kept in maps, which JSON would leave out. */
function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
}

export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
