import { expect, test } from 'vitest';
import { githubReporter } from '../../src/review/reporters/github.ts';
import { gitlabReporter } from '../../src/review/reporters/gitlab.ts';
import { sarifReporter } from '../../src/review/reporters/sarif.ts';
import { resultsOf } from '../../src/review/told/results.ts';
import { sarifProblems } from '../lint/sarif-problems.ts';
import { FULL_REVIEW } from './full-review.ts';
import { gitlabProblems } from './gitlab-problems.ts';
import { hugeReview } from './huge-review.ts';
import { aFinding, aPlaybook, aReview, aTechnique } from './review-builder.ts';

const PLAIN = { color: false };

test('SARIF: losses stand at what caused them, new findings where they are', async () => {
  const report = sarifReporter.report(FULL_REVIEW, PLAIN);
  expect(sarifProblems(JSON.parse(report) as object)).toEqual([]);
  await expect(report).toMatchFileSnapshot('__snapshots__/full-review.sarif.json');
});

test('GitLab: losses stand at what caused them, new findings where they are', async () => {
  const report = gitlabReporter.report(FULL_REVIEW, PLAIN);
  expect(gitlabProblems(JSON.parse(report))).toEqual([]);
  await expect(report).toMatchFileSnapshot('__snapshots__/full-review.gitlab.json');
});

test('GitHub: an annotation each, gravest first', async () => {
  await expect(githubReporter.report(FULL_REVIEW, PLAIN)).toMatchFileSnapshot(
    '__snapshots__/full-review.github.txt',
  );
});

test('a review of nothing has no result', () => {
  expect(resultsOf(aReview())).toEqual([]);
  expect(gitlabReporter.report(aReview(), PLAIN)).toBe('[]\n');
  expect(githubReporter.report(aReview(), PLAIN)).toBe('Nothing changes\n');
  expect(sarifProblems(JSON.parse(sarifReporter.report(aReview(), PLAIN)) as object)).toEqual([]);
});

test('what the config takes out of scope is lost at the config', () => {
  const lost = [aTechnique({ causes: [{ text: 'out of scope: no Linux' }] })];
  expect(resultsOf(aReview({ lost }))).toMatchObject([
    { rule: 'review/coverage-lost', source: '(config)', file: 'coverbook.yaml' },
  ]);
});

test('GitHub gets no more annotations of a kind than it shows, and hears how many there are', () => {
  const lines = githubReporter
    .report(hugeReview({ files: 20, lost: 60 }), PLAIN)
    .trimEnd()
    .split('\n');
  const kinds = lines.map((line) => /^::(\w+) /.exec(line)?.[1]);
  expect(kinds.filter((kind) => kind === 'error')).toHaveLength(10);
  expect(kinds.filter((kind) => kind === 'warning')).toHaveLength(10);
  expect(lines.at(-1)).toBe(`::notice title=Coverage review::${2060 - 20} more in the summary`);
});

test('the sentence on the rest is one of the ten notices', () => {
  const findings = Array.from({ length: 12 }, (_, nth) =>
    aFinding({ severity: 'note', message: `Note ${nth}`, fingerprint: `${nth}`.padStart(16, '0') }),
  );
  const lines = githubReporter.report(aReview({ findings }), PLAIN).trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('::notice '))).toHaveLength(10);
  expect(lines.at(-1)).toBe('::notice title=Coverage review::3 more in the summary');
});

test('a finding keeps the fingerprint it has in every report, wherever it moved to', () => {
  const moved = aFinding({ range: { line: 90, column: 1, endLine: 90, endColumn: 2 } });
  const prints = [aFinding(), moved].map((finding) => {
    const issues = JSON.parse(gitlabReporter.report(aReview({ findings: [finding] }), PLAIN)) as unknown[];
    return issues[0];
  });
  expect(prints).toMatchObject([
    { fingerprint: '0123456789abcdef', location: { lines: { begin: 9 } } },
    { fingerprint: '0123456789abcdef', location: { lines: { begin: 90 } } },
  ]);
});

test('a playbook that changed without a review is a result of its own', () => {
  expect(resultsOf(aReview({ playbooks: [aPlaybook({ reviewUntouched: true })] }))).toMatchObject([
    { rule: 'review/review-untouched', severity: 'note', file: 'content/playbooks/kerberoasting.md' },
  ]);
});
