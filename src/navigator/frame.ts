import { domainId, domainName } from '../attack/domain.ts';
import { byCodeUnit } from '../attack/order.ts';
import type { Assessment } from '../coverage/assessment.ts';
import { absoluteUrl, matrixPath } from '../output/paths.ts';
import type { Source } from '../sources/source.ts';
import type { LayerDefinition, LayerInput } from './layer-definition.ts';
import type { Layer, LayerLink, LayerMetadata, LayerTechnique } from './layer.ts';
import { OUT_OF_SCOPE_LEGEND, outOfScopeEntry } from './out-of-scope.ts';
import type { Scale } from './scale.ts';

/** What one kind of layer brings into the frame all share. */
export interface LayerBody {
  /** Of techniques in scope. */
  techniques: LayerTechnique[];
  scale: Scale;
  /** One sentence: whether and how sub-techniques count for their parent. */
  rollUp: string;
  /** Techniques out of scope that belong here; default: all of the domain. */
  outOfScope?: readonly Assessment[];
  metadata?: LayerMetadata[];
  /** Beside the one to the matrix. */
  links?: LayerLink[];
  /** One of a thousand: it does not name the sources, and says of a technique out of scope only why. */
  isSlim?: true;
}

/**
 * A complete layer around its techniques. No platform filter: the Navigator hides cells of platforms it does
 * not know, and a name changes from one ATT&CK version to the next.
 */
export function frame(
  { name, summary }: Pick<LayerDefinition, 'name' | 'summary'>,
  input: LayerInput,
  body: LayerBody,
): Layer {
  const { workspace, coverage } = input;
  const { config, now, sources } = workspace;
  const attack = `ATT&CK ${domainName(coverage.domain)} ${coverage.version}`;
  const described = body.isSlim ? [] : sources.map(describeSource);
  const url = absoluteUrl(config, matrixPath(coverage.domain));
  const disabled = (body.outOfScope ?? input.outOfScope).map((assessment) =>
    outOfScopeEntry(assessment, config, body.isSlim),
  );
  const from = described.length > 0 ? ` Sources: ${described.join('; ')}.` : '';
  return {
    name: `${name} · ${config.title}`,
    versions: { attack: majorOf(coverage.version), navigator: '5.1.0', layer: '4.5' },
    domain: domainId(coverage.domain),
    description: `${summary} ${body.rollUp} State of ${now}, ${attack}.${from}`,
    techniques: [...body.techniques, ...disabled].sort((a, b) => byCodeUnit(a.techniqueID, b.techniqueID)),
    gradient: body.scale.gradient,
    legendItems: [...body.scale.legendItems, ...(disabled.length > 0 ? [OUT_OF_SCOPE_LEGEND] : [])],
    metadata: [
      { name: 'State of', value: now },
      { name: 'ATT&CK', value: attack },
      ...(body.metadata ?? []),
      ...described.map((value) => ({ name: 'Source', value })),
    ],
    links: [
      ...(url === undefined ? [] : [{ label: `Matrix of ${config.title}`, url }]),
      ...(body.links ?? []),
    ],
    ...SETTINGS,
  };
}

/** How the Navigator shows a layer at first. */
export const SETTINGS = {
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
} as const satisfies Partial<Layer>;

/** `sigmahq (library) at main, commit 1a2b3c4` */
function describeSource({ spec, commit }: Source): string {
  const ref = spec.ref === undefined ? '' : ` at ${spec.ref}`;
  const short = commit === undefined ? '' : `, commit ${commit.slice(0, 7)}`;
  return `${spec.name} (${spec.role})${ref}${short}`;
}

/** The Navigator names ATT&CK versions by their major number: `19.1` → `19`. */
export function majorOf(version: string): string {
  return version.split('.', 1)[0] ?? version;
}
