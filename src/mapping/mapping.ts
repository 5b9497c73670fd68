import type { Domain } from '../attack/domain.ts';
import type { FileHistory, SourceRole } from '../sources/source.ts';

/** How a mapping came about: written by the author, taken over from the rules referred to, or read out of prose. */
export type MappingProvenance = 'declared' | 'inherited' | 'inferred';

/** A key path into the document: `['tags', 3]`, `['rule', 'threat', 0, 'technique', 1, 'id']`. */
export type Pointer = (string | number)[];

/** A technique as a content item states it. */
export interface MappingDraft {
  /** As written: `attack.t1059.001`. */
  written: string;
  /** Normalised: `T1059.001`; the trimmed text where it has no such form, which may be a technique's name. */
  id: string;
  /** The tactic the author pairs it with, as written, where the format pairs them. */
  tactic?: string;
  provenance: MappingProvenance;
  /**
   * Written only as the way to a sub-technique (Elastic always writes the parent). It is shown,
   * and does not count for the parent itself.
   */
  path?: true;
  pointer: Pointer;
}

export interface TacticMappingDraft {
  written: string;
  pointer: Pointer;
}

/** A technique mapping held against the knowledge base. */
export interface Mapping extends MappingDraft {
  state: 'active' | 'revoked' | 'deprecated' | 'unknown';
  /** The active id it stands for, where there is one. */
  resolved?: string;
  /** All the active ids a revoked one may stand for, `resolved` first, where ATT&CK names several. */
  choices?: string[];
  /** The domain that knows the id. */
  domain?: Domain;
  /** The author wrote a name, no id; `id` is what ATT&CK calls by it. */
  byName?: true;
}

export interface TacticMapping extends TacticMappingDraft {
  /** `execution`; absent when no knowledge base knows it. */
  shortname?: string;
  domain?: Domain;
}

/** Where a content item lies. On every detection, playbook and exercise. */
export interface Placement {
  /** Unique in the workspace and stable: `<source>/<slug>`. */
  key: string;
  /** URL-safe, unique in its source. */
  slug: string;
  source: string;
  role: SourceRole;
  path: string;
  /** Git blob id of the file. */
  blob: string;
  commit?: string;
  permalink?: string;
  history?: FileHistory;
}
