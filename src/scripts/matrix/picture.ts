import { domainId } from '../../attack/domain.ts';
import { toSvg } from '../../export/svg.ts';
import { drawnKnowledge } from '../../matrix/drawn-knowledge.ts';
import { filterWords } from '../../matrix/narrow.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import type { MatrixState } from '../../matrix/matrix-state.ts';
import { OUT_OF_SCOPE, paint } from '../../matrix/paint.ts';
import { lightFills } from './light-fills.ts';

/** The matrix as it is shown, as a drawing of its own: one page, light colours, a font every system has. */
export function pictureOf(matrix: Matrix, state: MatrixState): string {
  const { data } = matrix;
  const painting = paint(matrix, state);
  const { view, legend, share, cells } = painting;
  const words = filterWords(matrix, state);
  const fills = lightFills([...legend.map(({ tone }) => tone), OUT_OF_SCOPE.tone]);
  const isDrawn = (technique: number): boolean => painting.shown.has(technique);
  const counts = legend.map(({ label, tone, count }) => ({
    label: `${label}: ${count}`,
    color: fills.get(tone) ?? '#ffffff',
  }));
  const out = matrix.outOfScope.size;
  return toSvg(
    {
      name: `${data.domainName} · ${view.label} · ${data.title}`,
      description: `${view.says} ${share.part} of ${share.whole} ${view.share}.${words.length > 0 ? ` Only ${words.join(', ')}.` : ''} State of ${data.now}.`,
      domain: domainId(data.domain),
      techniques: data.ids.map((techniqueID, technique) => ({
        techniqueID,
        enabled: isDrawn(technique),
        ...(isDrawn(technique) && {
          color: fills.get(cells[technique]?.class.tone ?? ''),
          score: view.valueOf(technique),
          comment: cells[technique]?.words,
        }),
      })),
      gradient: { colors: ['#ffffff'], minValue: 0, maxValue: 100 },
      legendItems: [
        ...counts,
        ...(out > 0 ? [{ label: `Name in grey: out of scope: ${out}`, color: '#ffffff' }] : []),
      ],
    },
    drawnKnowledge(matrix),
    {
      subtechniques: state.unfold === 'all' ? 'all' : 'none',
      shares: {
        of: painting.shares,
        says: `Under each tactic: how many of its techniques are ${view.share}.`,
      },
    },
  );
}
