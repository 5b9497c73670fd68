import type { Detection, Simulation } from '../detections/detection.ts';
import type { AtomicTest } from '../exercises/atomic-test.ts';
import type { ResultEvidence } from './assessment.ts';
import type { AtomicIndex } from './atomics.ts';

/** A test a rule names, what the catalogue knows of it, and what came of running it here. */
export interface SimulationRun {
  simulation: Simulation;
  /** Absent when no catalogue that was read has it. */
  atomic?: AtomicTest;
  /** Newest first. That the test was run and seen is said of the technique, not of this rule. */
  results: readonly ResultEvidence[];
}

/** The tests a rule says would trigger it, in its order. */
export function simulationRuns(
  { simulations }: Pick<Detection, 'simulations'>,
  index: AtomicIndex,
): SimulationRun[] {
  return simulations.map((simulation) => {
    const guid = simulation.id?.toLowerCase();
    const atomic = guid === undefined ? undefined : index.byGuid.get(guid);
    return {
      simulation,
      ...(atomic && { atomic }),
      results: (guid === undefined ? undefined : index.resultsByGuid.get(guid)) ?? [],
    };
  });
}
