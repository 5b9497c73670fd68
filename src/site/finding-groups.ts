import type { Finding, Severity } from '../findings/finding.ts';
import { CONFIG_SOURCE } from '../workspace/config-source.ts';
import { itemPage } from './item-page.ts';
import { siteModel } from './model.ts';

/** The findings of one check. */
export interface FindingGroup {
  rule: string;
  /** The gravest severity among them. */
  severity: Severity;
  findings: Finding[];
}

const ORDER: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Findings by check: errors first, then by the check's id. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  return [...Map.groupBy(findings, ({ rule }) => rule)]
    .map(([rule, own]) => ({
      rule,
      findings: own,
      severity: own.map(({ severity }) => severity).reduce((a, b) => (ORDER[a] <= ORDER[b] ? a : b)),
    }))
    .toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.rule < b.rule ? -1 : 1));
}

/** How a finding's place reads, where it can be seen in its repository, and the page of what it is about. */
export function placeOf({ source, path, range, item }: Finding): {
  label: string;
  link: string | undefined;
  itemPath: string | undefined;
} {
  const { workspace } = siteModel();
  const link = workspace.sources
    .find(({ spec }) => spec.name === source)
    ?.permalink(path, range && { from: range.line, to: range.line });
  return {
    label: `${source === CONFIG_SOURCE ? '' : `${source}: `}${path}${range ? `:${String(range.line)}` : ''}`,
    link,
    itemPath: item === undefined ? undefined : itemPage(item),
  };
}
