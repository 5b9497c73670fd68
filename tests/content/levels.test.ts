import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEVELS, type Assessment, type Coverage, type Level } from '../../src/coverage/assessment.ts';
import { assess } from '../../src/coverage/assess.ts';
import { ruleWithoutVisibility, visibleWithoutRule } from '../../src/coverage/visibility-gaps.ts';
import { loadConfig } from '../../src/workspace/load-config.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { REPOSITORY } from './demo.ts';

let cacheDir: string;
let workspace: Workspace;
let coverage: Coverage;

beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'coverbook-demo-'));
  const config = await loadConfig(join(REPOSITORY, 'coverbook.yaml'));
  const options = { cacheDir, attackDir: cacheDir, useCache: false, history: false };
  ({ workspace } = await loadWorkspace(config, options));
  coverage = assess(workspace);
});

afterAll(async () => {
  await rm(cacheDir, { recursive: true, force: true });
});

function assessment(id: string): Assessment {
  const found = coverage.domains.get('enterprise')?.assessments.get(id);
  if (!found) throw new Error(`No assessment of ${id}`);
  return found;
}

test('the demo has one finding: a decision somebody must look at again', () => {
  expect(workspace.findings.map(({ rule, path, range }) => [rule, path, range?.line])).toEqual([
    ['scope/review-overdue', 'decisions/2026.yaml', 20],
  ]);
  expect([...workspace.accounts.values()].every(({ unreadable }) => unreadable.length === 0)).toBe(true);
});

test('every level occurs', () => {
  const levels = coverage.domains.get('enterprise')?.levels;
  expect(LEVELS.filter((level) => levels?.[level] === 0)).toEqual([]);
});

test('both matrices have something claimed', () => {
  expect([...coverage.domains].map(([domain, { covered }]) => [domain, covered > 0])).toEqual([
    ['enterprise', true],
    ['ics', true],
  ]);
});

const EXPECTED: [story: string, technique: string, level: Level][] = [
  ['detected twice in June', 'T1003.001', 'proven'],
  ['detected in February and missed in October', 'T1572', 'failed'],
  ['missed in February and detected in June', 'T1486', 'proven'],
  ['missed once and never tried again', 'T1071.001', 'failed'],
  ['detected and missed on the same day', 'T1053.005', 'failed'],
  ['blocked, with no rule behind it', 'T1204.004', 'proven'],
  ['logged only, with a hunt and no rule', 'T1560.001', 'hunted'],
  ['logged only, with a rule', 'T1055', 'claimed'],
  ['a rule with regression data and no exercise', 'T1547.001', 'tested'],
  ['a deprecated rule and a retired hunt', 'T1197', 'none'],
  ['an unsupported rule and a hunt', 'T1568.002', 'hunted'],
  ['a draft hunt alone', 'T1219.001', 'none'],
  ['a library rule alone', 'T1649', 'none'],
];

test.each(EXPECTED)('%s: %s is %s', (_story, technique, level) => {
  expect(assessment(technique).level).toBe(level);
});

test('the methodology page states the scores the demo has', () => {
  expect(assessment('T1003.001').score).toBe(85);
  expect(assessment('T1572').score).toBe(10);
});

test('a library rule is offered where there is a gap, and counts nowhere', () => {
  expect(assessment('T1649').library.map(({ source }) => source)).toEqual(['library']);
  expect(workspace.detections.filter(({ role, counts }) => role === 'library' && counts)).toEqual([]);
});

test('ten rules pass their tests, and the filter narrows the rule it names', () => {
  expect(workspace.detections.filter(({ passingTests }) => passingTests.length > 0)).toHaveLength(10);
  const narrowed = workspace.detections.filter(({ filters }) => filters.length > 0);
  expect(narrowed.map(({ title }) => title)).toEqual([
    'LSASS Memory Read by a Process Outside the Trusted Folders',
  ]);
});

test('a correlation without tags inherits the mapping of the rule it names', () => {
  const correlation = workspace.detections.find(
    ({ title }) => title === 'Repeated Okta Push Challenges Denied',
  );
  expect(correlation?.mappings.map(({ resolved, provenance }) => [resolved, provenance])).toEqual([
    ['T1621', 'inherited'],
  ]);
});

test('a draft, a retired and a lapsed hunt are not current, and one current hunt is overdue', () => {
  const notCurrent = workspace.playbooks.filter(({ current }) => !current).map(({ id }) => id);
  expect(notCurrent.toSorted()).toEqual(['HUNT-0013', 'HUNT-0014', 'HUNT-0015']);
  const overdue = workspace.playbooks.filter(
    ({ current, due }) => current && due !== undefined && due < workspace.now,
  );
  expect(overdue.map(({ id }) => id)).toContain('HUNT-0011');
});

test('decisions and platforms leave the denominator, each with its reason', () => {
  const reason = (id: string): string | undefined => assessment(id).reasons[0];
  expect(reason('T1542.003')).toMatch(
    /^Accepted risk: .* \(owner platform-engineering, review due 2026-09-01, overdue\)\.$/,
  );
  expect(reason('T1601.001')).toMatch(/^Out of scope: .* \(review due 2028-01-20\)\.$/);
  expect(reason('T1610')).toMatch(/^Not on our platforms: .* Containers only/);
  const { total, outOfScope, assessments } = coverage.domains.get('enterprise')!;
  expect(total + outOfScope).toBe(assessments.size);
  expect(coverage.domains.get('ics')?.outOfScope).toBe(1);
});

test('the demo shows what is visible without a rule, and rules without visibility', () => {
  const enterprise = coverage.domains.get('enterprise')!;
  expect(visibleWithoutRule(enterprise).map(({ assessment: { technique } }) => technique)).toContain('T1018');
  const blind = ruleWithoutVisibility(enterprise).map(({ assessment: { technique } }) => technique);
  expect(blind).toContain('T1543.001');
  expect(blind.length).toBeLessThan(20);
  expect(assessment('T1543.001').visibility?.state).toBe('blind');
});
