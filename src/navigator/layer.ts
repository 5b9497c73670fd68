/**
 * An ATT&CK Navigator layer, format 4.5, reduced to what this project writes.
 * @see https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md
 */
import type { Domain, DomainId } from '../attack/domain.ts';
import type { LayerKind } from './layer-definition.ts';

export interface LayerMetadata {
  name: string;
  value: string;
}

export interface LayerLink {
  label: string;
  url: string;
}

export interface LayerTechnique {
  techniqueID: string;
  /** Shortname of one of its tactics; absent for all of them. Only layers that are combined from others have it. */
  tactic?: string;
  /** Integer in the layers made here; absent where a number would be a guess, and out of scope. */
  score?: number;
  color?: string;
  comment?: string;
  enabled?: boolean;
  showSubtechniques?: boolean;
  metadata?: (LayerMetadata | { divider: true })[];
  links?: (LayerLink | { divider: true })[];
}

export interface Layer {
  name: string;
  versions: { attack: string; navigator: '5.1.0'; layer: '4.5' };
  domain: DomainId;
  description: string;
  techniques: LayerTechnique[];
  gradient: { colors: string[]; minValue: number; maxValue: number };
  legendItems: { label: string; color: string }[];
  metadata: LayerMetadata[];
  links: LayerLink[];
  sorting: 0 | 1 | 2 | 3;
  layout: {
    layout: 'side' | 'flat' | 'mini';
    aggregateFunction: 'average' | 'min' | 'max' | 'sum';
    showID: boolean;
    showName: boolean;
    showAggregateScores: boolean;
    countUnscored: boolean;
    expandedSubtechniques: 'none' | 'all' | 'annotated';
  };
  hideDisabled: boolean;
  showTacticRowBackground: boolean;
  selectTechniquesAcrossTactics: boolean;
  selectSubtechniquesWithParent: boolean;
}

/** A layer with its place: `id` is `coverage`, the file `layers/enterprise-coverage.json`. */
export interface NamedLayer {
  id: string;
  kind: LayerKind;
  /** Not among all layers of the domain in one file: a single actor that no profile names. */
  alone?: true;
  /** One sentence for the layers page and the index. */
  summary: string;
  domain: Domain;
  layer: Layer;
}
