import type { Workspace } from '../../workspace/workspace.ts';

/** Which state of a source the data was made from. */
export interface GeneratedFrom {
  source: string;
  /** As configured; null for a folder and for the default branch. */
  ref: string | null;
  /** Null for a folder outside Git. */
  commit: string | null;
}

/** In the order of the config. */
export function generatedFrom({ sources }: Pick<Workspace, 'sources'>): GeneratedFrom[] {
  return sources.map(({ spec, commit }) => ({
    source: spec.name,
    ref: spec.ref ?? null,
    commit: commit ?? null,
  }));
}
