import { byCodeUnit } from '../attack/order.ts';
import type { Finding } from '../findings/finding.ts';
import { ruleSlug } from '../lint/rule-slug.ts';
import { LINT_RULES } from '../lint/rules.ts';
import { findingGroups, type FindingGroup } from './finding-groups.ts';

/** The findings of one check, by source. */
export interface FindingKind extends FindingGroup {
  /** Part of the address of its page: `mapping-revoked`. */
  slug: string;
  /** What it means, and what to do; absent for a check the catalogue does not know. */
  meaning?: string;
  remedy?: string;
  bySource: Map<string, Finding[]>;
}

/** Findings by check and source. */
export interface FindingMatrix {
  /** Those with a finding, by name. */
  sources: string[];
  /** Errors first. */
  kinds: FindingKind[];
}

export function findingMatrix(findings: readonly Finding[]): FindingMatrix {
  const catalogue = new Map(LINT_RULES.map((rule) => [rule.id, rule]));
  return {
    sources: [...new Set(findings.map(({ source }) => source))].sort(byCodeUnit),
    kinds: findingGroups(findings).map((group) => {
      const known = catalogue.get(group.rule);
      return {
        ...group,
        slug: ruleSlug(group.rule),
        ...(known && { meaning: known.summary, remedy: known.remedy }),
        bySource: Map.groupBy(group.findings, ({ source }) => source),
      };
    }),
  };
}

/** The fragment of a source on the page of a check: `(config)` is one too. */
export function sourceFragment(source: string): string {
  return `source-${source.replaceAll(/[^\w.-]/g, '')}`;
}
