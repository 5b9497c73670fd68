import type { BacklogItem } from '../coverage/backlog-item.ts';
import { counted } from '../coverage/wording.ts';
import { columns, shortened, wrapped } from './columns.ts';

export type BacklogKind = BacklogItem['kind'];

/** In the order of a backlog. */
export const BACKLOG_KINDS = ['overdue', 'due', 'stale', 'never-hunted'] as const satisfies BacklogKind[];

const HEADINGS: Record<BacklogKind, string> = {
  overdue: 'Overdue',
  due: 'Due within 30 days',
  stale: 'Not current any more',
  'never-hunted': 'Never hunted',
};

const INDENT = 2;

/** A backlog as lines of text, a section for each kind of item. */
export function backlogLines(
  items: readonly BacklogItem[],
  totals: ReadonlyMap<BacklogKind, number>,
): string[] {
  return BACKLOG_KINDS.flatMap((kind) => {
    const of = items.filter((item) => item.kind === kind);
    const total = totals.get(kind) ?? 0;
    if (of.length === 0) return [];
    const rest = total - of.length;
    return [
      `${HEADINGS[kind]}: ${counted(total, kind === 'never-hunted' ? 'technique' : 'playbook')}`,
      ...sectionLines(of),
      ...(rest > 0 ? [`${' '.repeat(INDENT)}and ${rest} more`] : []),
      '',
    ];
  });
}

function sectionLines(items: readonly BacklogItem[]): string[] {
  const rows = columns(items.map(cells), [0]);
  return items.flatMap((item, at) => [
    `${' '.repeat(INDENT)}${rows[at] ?? ''}`,
    ...wrapped(item.because, INDENT + 6),
  ]);
}

function cells(item: BacklogItem): string[] {
  if (item.kind === 'never-hunted') return [String(item.priority), item.technique, item.name];
  const { playbook } = item;
  return [playbook.id ?? playbook.slug, shortened(playbook.title, 78)];
}
