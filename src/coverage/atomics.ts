import type { AtomicTest } from '../exercises/atomic-test.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { AtomicRun, ResultEvidence } from './assessment.ts';

/** The catalogue of tests and the results that name its tests. GUIDs are lower case. */
export interface AtomicIndex {
  /** By the active technique a test is for, in the catalogue's order. */
  byTechnique: ReadonlyMap<string, readonly AtomicRun[]>;
  byGuid: ReadonlyMap<string, AtomicTest>;
  /** Newest first, whatever technique the result itself is mapped to. */
  resultsByGuid: ReadonlyMap<string, readonly ResultEvidence[]>;
}

/** @param results Newest first. */
export function indexAtomics(
  { atomics }: Pick<Workspace, 'atomics'>,
  results: readonly ResultEvidence[],
): AtomicIndex {
  const resultsByGuid = new Map<string, ResultEvidence[]>();
  for (const evidence of results) {
    const guid = evidence.result.test?.toLowerCase();
    if (guid !== undefined) addTo(resultsByGuid, guid, evidence);
  }
  const byTechnique = new Map<string, AtomicRun[]>();
  const byGuid = new Map<string, AtomicTest>();
  for (const test of atomics) {
    const { guid, mapping } = test;
    if (guid !== undefined && !byGuid.has(guid)) byGuid.set(guid, test);
    if (mapping.resolved === undefined) continue;
    addTo(byTechnique, mapping.resolved, {
      test,
      results: (guid === undefined ? undefined : resultsByGuid.get(guid)) ?? [],
    });
  }
  return { byTechnique, byGuid, resultsByGuid };
}

/** How many tests of the catalogue there are, and how many of them were run here at least once. */
export function atomicCounts(runs: readonly AtomicRun[]): { available: number; run: number } {
  return { available: runs.length, run: runs.filter(({ results }) => results.length > 0).length };
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
