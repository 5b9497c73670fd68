import { rank } from '../coverage/levels.ts';
import { LEVEL_WORDS } from '../site/level-words.ts';
import type { Matrix } from './matrix.ts';
import type { Painting } from './paint.ts';

/** A column of the table: what a technique's cell says, and what it is sorted by. */
export interface MatrixColumn {
  id: string;
  label: string;
  isNumeric?: true;
  text: (technique: number) => string;
  /** Default: the text. */
  key?: (technique: number) => number;
}

/** Facts of every technique; a view that is not among them has a column of its own. */
export function matrixColumns({ data, tacticsOf }: Matrix, { view, cells }: Painting): MatrixColumn[] {
  const { facts } = data;
  const numbers = (id: string, label: string, values: readonly number[]): MatrixColumn => ({
    id,
    label,
    isNumeric: true,
    text: (technique) => String(values[technique] ?? 0),
    key: (technique) => values[technique] ?? 0,
  });
  const texts = (id: string, label: string, values: readonly string[]): MatrixColumn => ({
    id,
    label,
    text: (technique) => values[technique] ?? '',
  });
  return [
    {
      id: 'technique',
      label: 'Technique',
      text: (technique) => data.names[technique] ?? '',
      key: (technique) => technique,
    },
    { id: 'tactics', label: 'Tactics', text: (technique) => tacticsOf(technique).join(', ') },
    {
      id: 'level',
      label: 'Level',
      text: (technique) => LEVEL_WORDS[data.levels[technique] ?? 'none'].name,
      key: (technique) => rank(data.levels[technique] ?? 'none'),
    },
    ...(['visibility', 'actor', 'change'].includes(view.id)
      ? [
          {
            id: 'view',
            label: view.label,
            text: (technique: number) => cells[technique]?.words ?? '',
            key: (technique: number) => view.classes.length - view.classOf(technique),
          },
        ]
      : []),
    numbers('score', 'Score', facts.score),
    numbers('rules', 'Rules', facts.rules),
    numbers('playbooks', 'Playbooks', facts.playbooks),
    texts('proof', 'Last proof', facts.proof),
    texts('robustness', 'Robustness', facts.robustness),
    texts('touched', 'Last touched', facts.touched),
    numbers('relevance', 'Relevance', facts.relevance),
    numbers('priority', 'Priority', facts.priority),
  ];
}

/** Techniques by a column, from the least or, with `-` before it, the most; empty cells last, ties by id. */
export function sortedBy(
  techniques: Iterable<number>,
  columns: readonly MatrixColumn[],
  sort: string,
): number[] {
  const ids = [...techniques].sort((a, b) => a - b);
  const column = columns.find(({ id }) => id === sort.replace(/^-/, ''));
  if (!column) return ids;
  const way = sort.startsWith('-') ? -1 : 1;
  const { key, text } = column;
  return ids.sort((a, b) => {
    if (key) return way * (key(a) - key(b)) || a - b;
    const [one, other] = [text(a), text(b)];
    if (one === '' || other === '') return Number(one === '') - Number(other === '') || a - b;
    return way * (one < other ? -1 : one > other ? 1 : 0) || a - b;
  });
}
