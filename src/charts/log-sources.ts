import type { ComponentCoverage } from '../coverage/component-coverage.ts';
import { count, figure } from '../site/wording.ts';
import type { Chart } from './chart.ts';
import { levelRows } from './level-rows.ts';

const MOST = 24;

/**
 * What is collected, and how far we are with the techniques each component is read for. Undefined where nothing is
 * collected.
 */
export function logSourceChart(components: readonly ComponentCoverage[]): Chart | undefined {
  const collected = components.filter((component) => component.collected);
  if (collected.length === 0) return undefined;
  const shown = collected.slice(0, MOST);
  const [least] = shown.toSorted((a, b) => b.total - b.covered - (a.total - a.covered));
  const rows = levelRows(
    shown.map(({ id, name, ...counts }) => ({ label: name, id, ...counts })),
    'Data component',
  );
  return {
    ...rows,
    summary: [
      `Techniques ATT&CK reads each collected component for; a technique may read several.`,
      ...(least
        ? [
            `${least.name} has most left to use: ${count(least.total - least.covered, 'technique')} of ${figure(least.total)} without a rule that counts.`,
          ]
        : []),
      ...(collected.length > MOST
        ? [`The ${String(MOST)} read for most are drawn, of ${String(collected.length)}.`]
        : []),
    ].join(' '),
    table: {
      columns: [...rows.table.columns, { label: 'Rules', numeric: true }],
      rows: rows.table.rows.map(({ cells }, index) => ({
        cells: [...cells, figure(shown[index]?.rules ?? 0)],
      })),
    },
  };
}
