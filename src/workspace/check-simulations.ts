import type { Detection } from '../detections/detection.ts';
import type { AtomicTest } from '../exercises/atomic-test.ts';
import type { PendingFinding } from './pending-finding.ts';

/**
 * Rules that name an atomic test the catalogue lacks though it has tests for the technique. A catalogue
 * may be the team's own and small: of techniques it says nothing about, nothing can be said.
 */
export function checkSimulations(
  detections: readonly Detection[],
  atomics: readonly AtomicTest[],
): PendingFinding[] {
  const known = new Set(atomics.map(({ guid }) => guid));
  const covered = new Set(atomics.map(({ mapping }) => mapping.resolved));
  return detections.flatMap(({ simulations, mappings, source, path, key, ordinal }) =>
    simulations
      .filter(
        ({ type, id, technique }) =>
          type === 'atomic-red-team' &&
          id !== undefined &&
          !known.has(id.toLowerCase()) &&
          (technique === undefined
            ? mappings.some(({ resolved }) => covered.has(resolved))
            : covered.has(technique)),
      )
      .map(({ id = '', pointer }) => ({
        finding: {
          rule: 'detection/unknown-atomic',
          severity: 'note',
          message: `Unexpected atomic test \`${id.slice(0, 60)}\`, expected one of the ${atomics.length} in the catalogue`,
          hint: 'Correct the GUID, or update the catalogue of Atomic Red Team.',
          source,
          path,
          item: key,
        },
        ...(pointer && { at: { ordinal, pointer } }),
      })),
  );
}
