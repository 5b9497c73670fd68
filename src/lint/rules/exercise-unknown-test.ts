import { shownText } from '../../mapping/shown.ts';
import { inItem } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

/** The form of a test's id in Atomic Red Team. */
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const exerciseUnknownTest: WorkspaceRule = {
  id: 'exercise/unknown-test',
  severity: 'warning',
  summary: 'A result of an exercise names an atomic test that is not in the catalogue that was read.',
  remedy: 'Correct the GUID, or update the catalogue.',
  why: `A result is evidence only as long as it can be repeated, and a wrong GUID names a test nobody can run.

The tests of a technique are compared with Atomic Red Team’s where the sources hold a catalogue with any test of that technique: a small
catalogue of one’s own says nothing of the others. Exports of tools are left alone, since what a tool ran was there.`,
  example: {
    language: 'yaml',
    bad: `title: Autumn purple team
date: 2026-10-14
results:
  - technique: T1547.001
    test: e55be3fd-3521-4610-9d1a-e210e42dcf0f
    outcome: detected`,
    good: `title: Autumn purple team
date: 2026-10-14
results:
  - technique: T1547.001
    test: e55be3fd-3521-4610-9d1a-e210e42dcf05
    outcome: detected`,
  },
  check({ own, workspace: { atomics } }) {
    const known = new Set(atomics.flatMap(({ guid }) => guid?.toLowerCase() ?? []));
    const covered = new Set(atomics.map(({ mapping }) => mapping.resolved));
    return own.exercises
      .filter(({ format }) => format === 'coverbook')
      .flatMap((exercise) =>
        exercise.results.flatMap(({ test, mapping }, index) => {
          const isJudged = test !== undefined && GUID.test(test) && mapping.resolved !== undefined;
          if (!isJudged || !covered.has(mapping.resolved) || known.has(test.toLowerCase())) return [];
          return {
            message: `Unexpected atomic test \`${shownText(test)}\`, expected one of the catalogue`,
            hint: `Correct the GUID, or update the catalogue: it has tests for \`${mapping.resolved ?? ''}\`, and not this one.`,
            ...inItem(exercise, ['results', index, 'test']),
          };
        }),
      );
  },
};
