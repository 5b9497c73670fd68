import type { Assessment, DomainCoverage } from '../coverage/assessment.ts';
import type { NamedLayer } from '../navigator/layer.ts';
import { layerPath } from '../output/paths.ts';
import type { PaintedView } from './matrix-data.ts';
import { LAYER_VIEWS } from './views.ts';
import { levelClass, levelView } from './views/level.ts';

/** Every view there is for a domain: the levels, then what each layer says. A view whose layer is not made is left out. */
export function paintedViews(coverage: DomainCoverage, layers: readonly NamedLayer[]): PaintedView[] {
  const { domain, assessments } = coverage;
  const made = new Map(layers.filter((named) => named.domain === domain).map((named) => [named.id, named]));
  const all = [...assessments.values()];
  return [
    paintedLevels(coverage, all),
    ...LAYER_VIEWS.flatMap(({ layer: id, classes, classOf, ...view }): PaintedView[] => {
      const named = made.get(id);
      if (!named) return [];
      const { layer } = named;
      const entries = new Map(layer.techniques.map((entry) => [entry.techniqueID, entry]));
      const shown = classes(layer);
      const cells = all.map(({ technique, scope }) => {
        const entry = scope.state === 'in' ? entries.get(technique) : undefined;
        return {
          step: entry ? classOf(entry, layer) : shown.length - 1,
          value: entry?.score ?? null,
        };
      });
      return [
        {
          ...view,
          says: named.summary,
          classes: shown,
          layer: layerPath(domain, id),
          painted: cells.map(({ step }) => step.toString(36)).join(''),
          values: cells.map(({ value }) => value),
        },
      ];
    }),
  ];
}

function paintedLevels({ domain }: DomainCoverage, all: readonly Assessment[]): PaintedView {
  return {
    ...levelView,
    layer: layerPath(domain, 'coverage'),
    painted: all.map(({ level }) => levelClass(level)).join(''),
    values: all.map(({ score }) => score),
  };
}
