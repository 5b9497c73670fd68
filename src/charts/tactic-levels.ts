import { domainName } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { DomainCoverage } from '../coverage/assessment.ts';
import { tacticPath } from '../output/paths.ts';
import { count, percent } from '../site/wording.ts';
import type { Chart } from './chart.ts';
import { levelRows } from './level-rows.ts';

/** How many techniques of each tactic stand on each level, tactics in matrix order. */
export function tacticLevelsChart(coverage: DomainCoverage, knowledge: KnowledgeBase): Chart {
  const rows = coverage.tactics.map(({ tactic, levels, covered, total }) => {
    const known = knowledge.tactic(tactic);
    return {
      label: known?.name ?? tactic,
      levels,
      covered,
      total,
      path: tacticPath(known?.id ?? tactic),
    };
  });
  return { summary: summaryOf(coverage, rows), ...levelRows(rows, 'Tactic') };
}

function summaryOf(
  { domain, covered, total }: DomainCoverage,
  rows: readonly { label: string; covered: number; total: number }[],
): string {
  const inScope = rows.filter((row) => row.total > 0);
  const ranked = inScope.toSorted((a, b) => b.covered / b.total - a.covered / a.total);
  const [best] = ranked;
  const worst = ranked.at(-1);
  const overall = `${String(covered)} of ${count(total, 'technique')} of ${domainName(domain)} covered`;
  if (!best || !worst || best.covered * worst.total === worst.covered * best.total) return `${overall}.`;
  return `${overall}; most of ${said(best)}, least of ${said(worst)}.`;
}

function said({ label, covered, total }: { label: string; covered: number; total: number }): string {
  return `${label} (${String(percent(covered, total))} %)`;
}
