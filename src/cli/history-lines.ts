import { domainName } from '../attack/domain.ts';
import { LEVELS } from '../coverage/assessment.ts';
import { CHANGE_KINDS, type Change, type ChangeKind } from '../coverage/history.ts';
import type { HistoryReport } from '../export/api/history.ts';

/** How many names of one kind a terminal gets; JSON has them all. */
const SHOWN = 8;

const KIND_WORDS: Record<ChangeKind, string> = {
  added: 'added',
  removed: 'removed',
  gained: 'covered now',
  lost: 'not covered any more',
  proven: 'proven',
  failed: 'failed',
  'went-stale': 'went stale',
};

/** A history as lines for a terminal: the trend of each domain oldest first, then the changes newest first. */
export function historyLines({ attack, points, changes, notes }: HistoryReport): string[] {
  return [
    ...notes.map((note) => `Note: ${note}`),
    ...(notes.length > 0 ? [''] : []),
    ...trendLines(attack, points),
    'Changes',
    ...(changes.length === 0 ? ['  none between these points'] : []),
    ...[...Map.groupBy(changes, ({ from, to }) => `${from} to ${to}`)].flatMap(([between, own]) => [
      `  ${between}`,
      ...kindLines(own),
    ]),
  ];
}

function trendLines(attack: HistoryReport['attack'], points: HistoryReport['points']): string[] {
  return Object.entries(attack).flatMap(([name, version]) => {
    const domain = name as keyof typeof attack;
    const rows = points.flatMap(({ date, domains }) => {
      const state = domains[domain];
      if (!state) return [];
      const { covered, total, levels } = state;
      return [[date, `${covered} of ${total}`, ...LEVELS.map((level) => String(levels[level]))]];
    });
    return [
      `ATT&CK ${domainName(domain)} ${version}`,
      ...table([['state of', 'covered', ...LEVELS], ...rows]).map((line) => `  ${line}`),
      '',
    ];
  });
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

function kindLines(changes: readonly Change[]): string[] {
  return CHANGE_KINDS.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const more = own.length > SHOWN ? `, and ${own.length - SHOWN} more` : '';
    return [`    ${own.length} ${KIND_WORDS[kind]}: ${own.slice(0, SHOWN).map(nameOf).join(', ')}${more}`];
  });
}

function nameOf({ technique, levels, item }: Change): string {
  if (item) return item.key;
  return `${technique ?? ''}${levels && levels[0] !== levels[1] ? ` (${levels.join(' → ')})` : ''}`;
}
