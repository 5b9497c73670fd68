import { expect, test } from 'vitest';
import type { Layer } from '../../src/navigator/layer.ts';
import { REVIEW_REPORTERS } from '../../src/review/reporters.ts';
import { sarifProblems } from '../lint/sarif-problems.ts';
import { validateLayer } from '../navigator/navigator-rules.ts';
import { readablePage } from './readable-page.ts';
import { gitlabProblems } from './gitlab-problems.ts';
import { expectedFile, reviewScenario, SCENARIOS } from './scenario.ts';

/** What the file of a format ends in, where that is not the format. */
const EXTENSIONS: Record<string, string> = {
  text: 'txt',
  markdown: 'md',
  sarif: 'sarif.json',
  github: 'github.txt',
  gitlab: 'gitlab.json',
  layer: 'layer.json',
};

test.each(SCENARIOS)('what a review says of the scenario %s, in every format', async (scenario) => {
  const review = await reviewScenario(scenario);
  const reports = new Map(
    REVIEW_REPORTERS.map((reporter) => [reporter.id, reporter.report(review, { color: false })]),
  );
  for (const [id, report] of reports) {
    await expect(id === 'html' ? readablePage(report) : report).toMatchFileSnapshot(
      expectedFile(scenario, EXTENSIONS[id] ?? id),
    );
  }
  const data = (id: string): unknown => JSON.parse(reports.get(id) ?? '');
  expect(sarifProblems(data('sarif') as object)).toEqual([]);
  expect(gitlabProblems(data('gitlab'))).toEqual([]);
  expect(validateLayer(data('layer') as Layer | Layer[]), JSON.stringify(validateLayer.errors)).toBe(true);
});
