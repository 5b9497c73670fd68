import { domainName } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { TacticRobustness } from '../coverage/tactic-robustness.ts';
import { tacticPath } from '../output/paths.ts';
import { RUNG_WORDS, RUNGS_SHOWN } from '../site/rung-words.ts';
import { count, figure, percent } from '../site/wording.ts';
import type { Chart } from './chart.ts';
import { stackedRows } from './stacked-rows.ts';

const EVADED = ['artefact', 'domain', 'ip', 'hash'] as const;

/** Counting rules of each tactic by what an adversary must change. Undefined where no rule counts. */
export function robustnessChart(
  tactics: readonly TacticRobustness[],
  knowledge: KnowledgeBase,
): Chart | undefined {
  const rows = tactics
    .filter(({ rules }) => rules > 0)
    .map((tactic) => ({ ...tactic, known: knowledge.tactic(tactic.tactic) }))
    .map(({ tactic, known, rules, spread }) => ({
      label: known?.name ?? tactic,
      path: tacticPath(known?.id ?? tactic),
      rules,
      spread,
      evaded: EVADED.reduce((sum, rung) => sum + spread[rung], 0),
    }));
  if (rows.length === 0) return undefined;
  const shown = RUNGS_SHOWN.filter((rung) => rows.some(({ spread }) => spread[rung] > 0));
  return {
    summary: summaryOf(rows, domainName(knowledge.domain)),
    ...stackedRows(
      rows.map(({ label, rules, spread, evaded }) => ({
        label,
        parts: shown.map((rung) => ({ paint: `rung-${rung}`, value: spread[rung] })),
        end: `${figure(evaded)} of ${figure(rules)} · ${String(percent(evaded, rules))} %`,
      })),
    ),
    key: shown.map((rung) => ({ paint: `rung-${rung}`, label: RUNG_WORDS[rung].name })),
    table: {
      columns: [
        { label: 'Tactic' },
        ...shown.map((rung) => ({ label: RUNG_WORDS[rung].name, numeric: true })),
        { label: 'Below tool', numeric: true },
        { label: 'Rules', numeric: true },
      ],
      rows: rows.map(({ label, path, rules, spread, evaded }) => ({
        cells: [label, ...shown.map((rung) => figure(spread[rung])), figure(evaded), figure(rules)],
        path,
      })),
    },
  };
}

function summaryOf(
  rows: readonly { label: string; rules: number; evaded: number }[],
  domain: string,
): string {
  const [worst] = rows.toSorted((a, b) => b.evaded - a.evaded || a.rules - b.rules);
  const each = `Counting rules of ${domain}; at the end of a row, how many an adversary evades by renaming or moving something`;
  return worst && worst.evaded > 0
    ? `${each}: most for ${worst.label}, ${figure(worst.evaded)} of ${count(worst.rules, 'rule')}.`
    : `${each}: none.`;
}
