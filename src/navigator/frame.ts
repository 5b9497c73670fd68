import { domainId, domainName } from '../attack/domain.ts';
import { absoluteUrl, matrixPath } from '../output/paths.ts';
import type { Source } from '../sources/source.ts';
import type { LayerDefinition, LayerInput } from './layer-definition.ts';
import type { Layer, LayerTechnique } from './layer.ts';
import type { Scale } from './scale.ts';

/** What one kind of layer brings into the frame all share. */
export interface LayerBody {
  techniques: LayerTechnique[];
  scale: Scale;
  /** One sentence: whether and how sub-techniques count for their parent. */
  rollUp: string;
}

/**
 * A complete layer around its techniques. No platform filter: the Navigator hides cells of platforms it does
 * not know, and a name changes from one ATT&CK version to the next.
 */
export function frame(
  { name, summary }: Pick<LayerDefinition, 'name' | 'summary'>,
  { workspace, coverage }: LayerInput,
  { techniques, scale, rollUp }: LayerBody,
): Layer {
  const { config, now, sources } = workspace;
  const attack = `ATT&CK ${domainName(coverage.domain)} ${coverage.version}`;
  const described = sources.map(describeSource);
  const url = absoluteUrl(config, matrixPath(coverage.domain));
  return {
    name: `${name} · ${config.title}`,
    versions: { attack: majorOf(coverage.version), navigator: '5.1.0', layer: '4.5' },
    domain: domainId(coverage.domain),
    description: `${summary} ${rollUp} State of ${now}, ${attack}. Sources: ${described.join('; ')}.`,
    techniques,
    gradient: scale.gradient,
    legendItems: scale.legendItems,
    metadata: [
      { name: 'State of', value: now },
      { name: 'ATT&CK', value: attack },
      ...described.map((value) => ({ name: 'Source', value })),
    ],
    links: url === undefined ? [] : [{ label: `Matrix of ${config.title}`, url }],
    sorting: 0,
    layout: {
      layout: 'side',
      aggregateFunction: 'average',
      showID: true,
      showName: true,
      showAggregateScores: false,
      countUnscored: false,
      expandedSubtechniques: 'none',
    },
    hideDisabled: false,
    showTacticRowBackground: false,
    selectTechniquesAcrossTactics: true,
    selectSubtechniquesWithParent: false,
  };
}

/** `sigmahq (library) at main, commit 1a2b3c4` */
function describeSource({ spec, commit }: Source): string {
  const ref = spec.ref === undefined ? '' : ` at ${spec.ref}`;
  const short = commit === undefined ? '' : `, commit ${commit.slice(0, 7)}`;
  return `${spec.name} (${spec.role})${ref}${short}`;
}

/** The Navigator names ATT&CK versions by their major number: `19.1` → `19`. */
function majorOf(version: string): string {
  return version.split('.', 1)[0] ?? version;
}
