import { domainId, domainName } from '../../attack/domain.ts';
import type { KnowledgeBase } from '../../attack/knowledge-base.ts';
import { byCodeUnit } from '../../attack/order.ts';
import { majorOf, SETTINGS } from '../frame.ts';
import type { Layer, LayerTechnique } from '../layer.ts';
import type { ForeignLayer } from './foreign-layer.ts';
import { compute, shown, type Operation, type Outcome, type Term } from './operation.ts';
import { EVERYWHERE, placeCells, type PlacedCells } from './placed-cells.ts';
import { resultScale } from './result-scale.ts';

export interface CombineOptions {
  operation: Operation;
  /** Default: the operation and the names of the layers. */
  name?: string | undefined;
  /** ATT&CK as the result is to speak of it; without it ids are taken as they stand. */
  knowledge?: KnowledgeBase | undefined;
  /** Major version of ATT&CK the result states where there is no `knowledge`. */
  attack: string;
  /** Told what was replaced or left out, in sentences. */
  note: (sentence: string) => void;
}

/**
 * A layer computed from others, technique by technique, in format 4.5. Where a layer says different things of a technique
 * under its tactics, so does the result.
 *
 * @param layers At least one, all of one domain.
 */
export function combineLayers(layers: readonly ForeignLayer[], options: CombineOptions): Layer {
  const { operation, knowledge, note } = options;
  for (const { name, unreadable } of layers)
    if (unreadable > 0)
      note(`“${name}” has ${unreadable} entries without the id of a technique; they are left out.`);
  const placed = layers.map((layer) => placeCells(layer, knowledge, note));
  const ids = [...new Set(placed.flatMap((cells) => [...cells.keys()]))].sort(byCodeUnit);
  const techniques = ids.flatMap((id) => entriesOf(id, layers, placed, options));
  const scores = techniques.flatMap(({ score }) => score ?? []);
  const domain = layers[0]?.domain ?? 'enterprise';
  const version = knowledge?.version ?? options.attack;
  const attack = `ATT&CK ${domainName(domain)} ${version}`;
  const names = layers.map(({ name }) => name);
  return {
    name: options.name ?? NAMES[operation](names.map((name) => `“${name}”`)),
    versions: { attack: majorOf(version), navigator: '5.1.0', layer: '4.5' },
    domain: domainId(domain),
    description: `${NAMES[operation](names.map((name) => `“${name}”`))}, technique by technique. ${MISSING[operation]} ${attack}.`,
    techniques,
    ...legendAndGradient(operation, scores),
    metadata: [
      { name: 'Operation', value: operation },
      { name: 'ATT&CK', value: attack },
      ...layers.map((layer, index) => ({
        name: `Layer ${index + 1}`,
        value: `${layer.name}${layer.attack === undefined ? '' : ` (ATT&CK ${layer.attack})`}`,
      })),
    ],
    links: [],
    ...SETTINGS,
  };
}

const NAMES: Record<Operation, (names: readonly string[]) => string> = {
  subtract: (names) => names.join(' − '),
  sum: (names) => `Sum of ${names.join(' and ')}`,
  max: (names) => `Highest of ${names.join(' and ')}`,
  min: (names) => `Lowest of ${names.join(' and ')}`,
  average: (names) => `Mean of ${names.join(' and ')}`,
};

const ZERO = 'A technique without a score in one of them counts as 0 there.';
const SKIP = 'A layer without a score for a technique is passed over.';
const MISSING: Record<Operation, string> = { subtract: ZERO, sum: ZERO, max: SKIP, min: SKIP, average: SKIP };

function legendAndGradient(
  operation: Operation,
  scores: readonly number[],
): Pick<Layer, 'gradient' | 'legendItems'> {
  const { gradient, legendItems } = resultScale(operation, scores);
  return { gradient, legendItems };
}

function entriesOf(
  id: string,
  layers: readonly ForeignLayer[],
  placed: readonly PlacedCells[],
  { operation, knowledge }: CombineOptions,
): LayerTechnique[] {
  const isSplit = placed.some((cells) =>
    [...(cells.get(id)?.keys() ?? [])].some((place) => place !== EVERYWHERE),
  );
  const places = isSplit ? (knowledge?.technique(id)?.tactics ?? []) : [EVERYWHERE];
  const results = places.flatMap((place) => {
    const terms = layers.map(({ name }, index): Term => {
      const cells = placed[index]?.get(id);
      const cell = cells?.get(place) ?? cells?.get(EVERYWHERE);
      return { layer: name, isDisabled: false, ...cell };
    });
    const outcome = compute(operation, terms);
    return outcome ? [{ place, entry: entryOf(id, outcome, terms) }] : [];
  });
  const [first] = results;
  if (first && results.length === places.length && results.every(({ entry }) => isAlike(entry, first.entry)))
    return [first.entry];
  return results.map(({ place, entry }) => ({ ...entry, tactic: place }));
}

function entryOf(id: string, outcome: Outcome, terms: readonly Term[]): LayerTechnique {
  return {
    techniqueID: id,
    ...(outcome.isDisabled ? { enabled: false } : { score: outcome.score }),
    comment: outcome.comment,
    metadata: terms.map(({ layer, score, isDisabled }) => ({
      name: layer,
      value: isDisabled ? 'disabled' : score === undefined ? 'no score' : shown(score),
    })),
  };
}

function isAlike(a: LayerTechnique, b: LayerTechnique): boolean {
  return a.comment === b.comment && a.score === b.score && a.enabled === b.enabled;
}
