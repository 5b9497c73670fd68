import type { Workspace } from '../workspace/workspace.ts';
import type { Coverage, Level } from './assessment.ts';
import { PROVING } from './verdict.ts';

/**
 * How far each counting detection itself is proven, by key: what the newest result in the proof window that names it
 * says, else whether a test of it passes, else that it is a claim. One that does not count is not in it.
 */
export function detectionLevels({
  workspace,
  coverage,
}: {
  workspace: Workspace;
  coverage: Coverage;
}): Map<string, Level> {
  const newest = new Map<string, { date: string; level: Level }>();
  for (const { assessments } of coverage.domains.values()) {
    for (const { results } of assessments.values()) {
      for (const { result, inWindow } of results) {
        const level = PROVING.has(result.outcome)
          ? 'proven'
          : result.outcome === 'missed'
            ? 'failed'
            : undefined;
        if (!inWindow || result.selfAssessed || level === undefined) continue;
        for (const name of result.detections) {
          const known = newest.get(name);
          // On one day, a miss is the more careful thing to say.
          if (!known || known.date < result.date || (known.date === result.date && level === 'failed'))
            newest.set(name, { date: result.date, level });
        }
      }
    }
  }
  return new Map(
    workspace.detections
      .filter(({ counts }) => counts)
      .map(({ key, id, name, passingTests }) => {
        const shown = [key, id, name].map((own) => newest.get(own ?? '')).find((found) => found);
        return [key, shown?.level ?? (passingTests.length > 0 ? 'tested' : 'claimed')];
      }),
  );
}
