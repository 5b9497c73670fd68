import type { Assessment, DomainCoverage } from '../coverage/assessment.ts';
import type { History, TechniqueState } from '../coverage/history.ts';
import { CHANGE_STEPS } from '../navigator/change-scale.ts';
import { changeStep } from '../navigator/layers/change-year.ts';
import type { NamedLayer } from '../navigator/layer.ts';
import { layerPath } from '../output/paths.ts';
import { packIndexes } from './indexes.ts';
import type { MatrixChange } from './matrix-data.ts';

const NOTHING: TechniqueState = ['none', 0, 0];

/** What changed since each earlier state, newest first. */
export function changesOf(
  { domain }: DomainCoverage,
  assessments: readonly Assessment[],
  history: History | undefined,
  layers: readonly NamedLayer[],
): MatrixChange[] {
  const drawn = layers.find((named) => named.domain === domain && named.id === 'change-year');
  const drawnDate = drawn?.layer.metadata.find(({ name }) => name === 'Compared with')?.value;
  return (history?.points.slice(0, -1) ?? []).toReversed().flatMap(({ date, domains }): MatrixChange[] => {
    const then = domains[domain];
    if (!then) return [];
    const changed = assessments.flatMap((assessment, index) => {
      if (assessment.scope.state !== 'in') return [];
      const before = then.techniques[assessment.technique] ?? NOTHING;
      const step = changeStep(before, assessment);
      return step ? [{ index, step: CHANGE_STEPS.indexOf(step), value: assessment.score - before[1] }] : [];
    });
    return [
      {
        date,
        ...(date === drawnDate && { layer: layerPath(domain, 'change-year') }),
        techniques: packIndexes(changed.map(({ index }) => index)),
        painted: changed.map(({ step }) => step).join(''),
        values: changed.map(({ value }) => value),
      },
    ];
  });
}
