import type { Detection, PassingTest } from '../detections/detection.ts';
import type { RegressionTest } from '../readers/reader.ts';
import type { ReadSource } from './assemble.ts';
import type { PendingFinding } from './pending-finding.ts';

/**
 * Joins rules with the regression tests they name. A rule's word that a test exists is not enough: its file
 * must be among the files of the source, be for this rule, and expect at least one match.
 */
export function joinTests(
  detections: readonly Detection[],
  sources: readonly ReadSource[],
): { detections: Detection[]; pending: PendingFinding[] } {
  const regressions = new Map<string, readonly RegressionTest[]>();
  for (const { source, contents } of sources) {
    for (const { file, content } of contents) {
      if (content.regressions.length > 0)
        regressions.set(`${source.spec.name}:${file.path}`, content.regressions);
    }
  }
  const pending: PendingFinding[] = [];
  const joined = detections.map((detection) => {
    const passingTests: PassingTest[] = [];
    for (const { kind, path } of detection.tests) {
      const found = regressions.get(`${detection.source}:${path}`);
      if (found) passingTests.push(...passing(found, detection).map((test) => ({ kind, path, ...test })));
      else pending.push(testNotFound(detection, path));
    }
    return passingTests.length > 0 ? { ...detection, passingTests } : detection;
  });
  return { detections: joined, pending };
}

function passing(
  regressions: readonly RegressionTest[],
  { id }: Detection,
): Omit<PassingTest, 'kind' | 'path'>[] {
  return regressions
    .filter(({ rules }) => rules.length === 0 || (id !== undefined && rules.includes(id)))
    .flatMap(({ tests, date }) =>
      tests
        .filter(({ matches }) => matches === undefined || matches > 0)
        .map(({ name, matches }) => ({
          summary: `${name ?? 'Regression test'}: ${matches ?? 'at least 1'} matching ${matches === 1 ? 'event' : 'event(s)'}`,
          ...(date !== undefined && { date }),
        })),
    );
}

function testNotFound({ source, path, key, ordinal }: Detection, test: string): PendingFinding {
  return {
    finding: {
      rule: 'sigma/test-not-found',
      severity: 'note',
      message: `The rule names regression data in \`${test}\`, which is not among the files of this source; it does not count as tested`,
      hint: 'Include the folder of the regression data in the source.',
      source,
      path,
      item: key,
    },
    at: { ordinal, pointer: ['regression_tests_path'] },
  };
}
