import type { Detection, PassingTest, TestReference } from '../detections/detection.ts';
import type { RegressionTest } from '../readers/reader.ts';
import type { ReadSource } from './assemble.ts';
import type { PendingFinding } from './pending-finding.ts';

/**
 * Joins rules with the tests they name: claim A, the rule fires on sample data. Of regression data in files of its
 * own, a rule's word that it exists is not enough: the file must be among the files of the source, be for this rule,
 * and expect at least one match. Tests written into a rule speak for it when they expect it to fire.
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
    for (const test of detection.tests) {
      if (test.kind !== 'sigma-regression') {
        passingTests.push(...inlineTest(test));
        continue;
      }
      const { kind, path } = test;
      const found = regressions.get(`${detection.source}:${path}`);
      if (found) passingTests.push(...passing(found, detection).map((one) => ({ kind, path, ...one })));
      else pending.push(testNotFound(detection, path));
    }
    return passingTests.length > 0 ? { ...detection, passingTests } : detection;
  });
  return { detections: joined, pending };
}

/** A test that asserts silence says nothing of whether the rule ever fires. */
function inlineTest(test: Exclude<TestReference, { kind: 'sigma-regression' }>): PassingTest[] {
  if (test.kind === 'panther-test')
    return test.fires ? [{ kind: test.kind, summary: `${test.name}: fires on the sample` }] : [];
  const [url] = test.data;
  if (url === undefined) return [];
  const more = test.data.length > 1 ? `${test.data.length} recorded attacks` : 'a recorded attack';
  return [{ kind: test.kind, summary: `${test.name ?? 'Attack data'}: replayed on ${more}`, url }];
}

function passing(
  regressions: readonly RegressionTest[],
  { id }: Detection,
): Pick<PassingTest, 'summary' | 'date'>[] {
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
