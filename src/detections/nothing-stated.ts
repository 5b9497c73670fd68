import type { DetectionDraft } from './detection.ts';

/** The facts every rule has a place for, as they are until its file states them. */
export type Unstated = Pick<
  DetectionDraft,
  | 'status'
  | 'enabled'
  | 'authors'
  | 'references'
  | 'falsePositives'
  | 'logSources'
  | 'platforms'
  | 'tags'
  | 'mappings'
  | 'tactics'
  | 'actors'
  | 'related'
  | 'tests'
  | 'simulations'
  | 'refersTo'
>;

/** A rule of which nothing is known: what a format or a file does not state is absent, never guessed. */
export function nothingStated(): Unstated {
  return {
    status: 'unknown',
    enabled: true,
    authors: [],
    references: [],
    falsePositives: [],
    logSources: [],
    platforms: [],
    tags: [],
    mappings: [],
    tactics: [],
    actors: [],
    related: [],
    tests: [],
    simulations: [],
    refersTo: [],
  };
}
