import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import type { History } from '../../src/coverage/history.ts';
import { sigmaRule } from '../cli/team.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { HEARTH_ROW } from '../playbooks/samples.ts';
import { historyOf, loadTeam, told } from './loading.ts';

const at = (day: string): string => `${day}T12:00:00Z`;
const rule = (title: string, technique: string): string => sigmaRule(title, [`attack.${technique}`]);
const exercise = (date: string, outcome: string): string =>
  `title: Purple team\ndate: ${date}\nresults:\n  - { technique: T1113, outcome: ${outcome} }\n`;

/** Date → covered techniques. */
function covered({ points }: History): Record<string, string[]> {
  return Object.fromEntries(
    points.map(({ date, domains }) => [
      date,
      Object.entries(domains.enterprise?.techniques ?? {})
        .filter(([, [level]]) => level !== 'none')
        .map(([id, [level]]) => `${id} ${level}`),
    ]),
  );
}

const monthly = (points: number) => ({ history: { points, every: 'month' as const } });

test('a rule that was added, one that was removed and one that was renamed, point by point', async () => {
  const { folder, commit } = makeRepository({
    files: { 'a.yml': rule('First', 't1113'), 'moved.yml': rule('Moved', 't1115') },
    date: at('2026-01-10'),
  });
  commit({ 'b.yml': rule('Second', 't1123') }, at('2026-02-10'));
  commit({ 'a.yml': null, 'moved.yml': null, 'x/new-name.yml': rule('Moved', 't1115') }, at('2026-03-10'));
  const loaded = await loadTeam(folder, { sources: [{ name: 'team', git: folder }], ...monthly(2) });
  const history = await historyOf(loaded);
  expect(covered(history)).toEqual({
    '2026-01-10': ['T1113 claimed', 'T1115 claimed'],
    '2026-02-10': ['T1113 claimed', 'T1115 claimed', 'T1123 claimed'],
    '2026-03-10': ['T1115 claimed', 'T1123 claimed'],
  });
  expect(told(history.changes)).toEqual([
    '2026-03-10 removed First',
    '2026-03-10 lost T1113 claimed>none',
    '2026-02-10 added Second',
    '2026-02-10 gained T1123 none>claimed',
  ]);
  expect(history.notes).toEqual([]);
  const [january] = history.points;
  expect(january?.domains.enterprise).toMatchObject({ covered: 2, tactics: { collection: { covered: 2 } } });
});

test('each point names the commit it was read from: the newest on or before its day', async () => {
  const { folder, commit, git } = makeRepository({
    files: { 'a.yml': rule('A', 't1113') },
    date: at('2026-01-10'),
  });
  const first = git('rev-parse', 'HEAD');
  const second = commit({ 'b.yml': rule('B', 't1115') }, '2026-02-10T23:59:59Z');
  const third = commit({ 'c.yml': rule('C', 't1123') }, at('2026-03-10'));
  const loaded = await loadTeam(folder, { sources: [{ name: 'team', git: folder }] });
  const { points } = await historyOf(loaded, { dates: ['2026-02-09', '2026-02-10'] });
  expect(points.map(({ commits }) => commits)).toEqual(
    [first, second, third].map((id) => [{ source: 'team', commit: id }]),
  );
});

test('what a merged branch was like before its merge is nothing the main branch was', async () => {
  const { folder, commit, git } = makeRepository({
    files: { 'a.yml': rule('A', 't1113') },
    date: at('2026-01-10'),
  });
  git('checkout', '--quiet', '-b', 'side');
  commit({ 'b.yml': rule('B', 't1115') }, at('2026-01-20'));
  git('checkout', '--quiet', 'main');
  commit({ 'c.yml': rule('C', 't1123') }, at('2026-01-25'));
  git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
  commit({}, at('2026-03-10'));
  const loaded = await loadTeam(folder, { sources: [{ name: 'team', git: folder }] });
  const history = await historyOf(loaded, { dates: ['2026-01-22', '2026-01-26'] });
  expect(Object.values(covered(history))).toEqual([
    ['T1113 claimed'],
    ['T1113 claimed', 'T1123 claimed'],
    ['T1113 claimed', 'T1115 claimed', 'T1123 claimed'],
  ]);
});

test('a proof appears with its exercise, and expires when its window has passed', async () => {
  const { folder, commit } = makeRepository({
    files: { 'a.yml': rule('A', 't1113') },
    date: at('2025-01-10'),
  });
  commit({ 'e.yaml': exercise('2025-02-05', 'detected') }, at('2025-02-08'));
  commit({ 'readme.txt': 'Nothing of weight' }, at('2025-04-10'));
  const loaded = await loadTeam(folder, {
    sources: [{ name: 'team', git: folder }],
    coverage: { proofWindow: '30d' },
    ...monthly(3),
  });
  const history = await historyOf(loaded);
  expect(Object.values(covered(history))).toEqual([
    ['T1113 claimed'],
    ['T1113 proven'],
    ['T1113 claimed'],
    ['T1113 claimed'],
  ]);
  expect(told(history.changes)).toEqual([
    '2025-03-10 went-stale T1113 proven>claimed',
    '2025-02-10 added Purple team',
    '2025-02-10 proven T1113 claimed>proven',
  ]);
});

test('a result dated after a point says nothing there, even when its file is there already', async () => {
  const { folder, commit } = makeRepository({
    files: { 'a.yml': rule('A', 't1113'), 'e.yaml': exercise('2026-03-05', 'missed') },
    date: at('2026-01-10'),
  });
  commit({ 'readme.txt': 'Nothing of weight' }, at('2026-03-10'));
  const loaded = await loadTeam(folder, { sources: [{ name: 'team', git: folder }], ...monthly(1) });
  expect(Object.values(covered(await historyOf(loaded)))).toEqual([['T1113 claimed'], ['T1113 failed']]);
});

test('a hunt without a date is as old as its file was at the point', async () => {
  const { folder, commit } = makeRepository({
    files: { 'H901.md': HEARTH_ROW },
    date: at('2025-01-10'),
  });
  commit({ 'readme.txt': 'Nothing of weight' }, at('2025-12-10'));
  const loaded = await loadTeam(folder, {
    sources: [{ name: 'team', git: folder }],
    coverage: { playbookWindow: '90d' },
  });
  const history = await historyOf(loaded, { dates: ['2025-02-10', '2025-08-10'] });
  expect(Object.values(covered(history))).toEqual([['T1564 hunted', 'T1564.008 hunted'], [], []]);
  expect(told(history.changes)).toEqual(['2025-08-10 went-stale T1564.008 hunted>none']);
});

test('every point is measured with today’s ids and scope', async () => {
  const { folder, commit } = makeRepository({
    files: { 'a.yml': rule('A', 't1562.001') },
    date: at('2026-01-10'),
  });
  commit({ 'a.yml': rule('A', 't1685') }, at('2026-02-10'));
  commit({ 'b.yml': rule('B', 't1113') }, at('2026-03-10'));
  const loaded = await loadTeam(folder, {
    sources: [{ name: 'team', git: folder }],
    scope: { decisions: [{ techniques: ['T1113'], state: 'accepted', reason: 'We film nothing.' }] },
    ...monthly(2),
  });
  const history = await historyOf(loaded);
  const states = history.points.map(({ domains }) => domains.enterprise!);
  expect(states.map(({ techniques }) => techniques['T1685']?.[0])).toEqual(['claimed', 'claimed', 'claimed']);
  expect(new Set(states.map(({ total }) => total)).size).toBe(1);
  expect(told(history.changes)).toEqual(['2026-03-10 added B']);
});

test('the present is what is assessed, uncommitted files included; the past is read from commits', async () => {
  const { folder, commit, write } = makeRepository({
    files: { 'rules/team/a.yml': rule('A', 't1113'), 'other/x.yml': rule('Elsewhere', 't1123') },
    date: at('2026-01-10'),
  });
  commit({ 'rules/team/node_modules/p/n.yml': rule('Package', 't1115') }, at('2026-02-10'));
  write({ 'rules/team/b.yml': rule('Not committed', 't1125') });
  const loaded = await loadTeam(folder, { sources: [{ name: 'team', path: 'rules/team' }], ...monthly(1) });
  const history = await historyOf(loaded);
  expect(covered(history)).toEqual({
    '2026-01-10': ['T1113 claimed'],
    '2026-02-10': ['T1113 claimed', 'T1125 claimed'],
  });
  expect(told(history.changes)).toEqual([
    '2026-02-10 added Not committed',
    '2026-02-10 gained T1125 none>claimed',
  ]);
});

test('a folder that was made later is empty before', async () => {
  const { folder, commit } = makeRepository({ files: { 'readme.txt': 'x' }, date: at('2026-01-10') });
  commit({ 'rules/a.yml': rule('A', 't1113') }, at('2026-02-10'));
  const loaded = await loadTeam(folder, { sources: [{ name: 'team', path: 'rules' }], ...monthly(1) });
  expect(Object.values(covered(await historyOf(loaded)))).toEqual([[], ['T1113 claimed']]);
});

test('a source outside Git is in the present alone, stands in a note, and seems not to have come overnight', async () => {
  const { folder } = makeRepository({ files: { 'a.yml': rule('A', 't1113') }, date: at('2026-01-10') });
  const outside = temporaryFolder();
  execFileSync('cp', [join(folder, 'a.yml'), join(outside, 'b.yml')]);
  const untracked = makeRepository({ files: { 'readme.txt': 'x' } });
  untracked.write({ 'rules/c.yml': rule('C', 't1115') });
  const loaded = await loadTeam(folder, {
    now: '2026-02-10',
    sources: [
      { name: 'team', git: folder },
      { name: 'outside', path: outside },
      { name: 'untracked', path: join(untracked.folder, 'rules') },
    ],
    ...monthly(1),
  });
  const history = await historyOf(loaded);
  expect(Object.values(covered(history))).toEqual([['T1113 claimed'], ['T1113 claimed', 'T1115 claimed']]);
  expect(history.changes).toEqual([]);
  const why = 'is not kept in Git: it is part of the present only, and left out of what changed.';
  expect(history.notes).toEqual([`The source “outside” ${why}`, `The source “untracked” ${why}`]);
});

test('a library has no part in the past, and no note', async () => {
  const { folder } = makeRepository({ files: { 'a.yml': rule('A', 't1113') }, date: at('2026-01-10') });
  const library = makeRepository({ files: { 'l.yml': rule('L', 't1115') }, date: at('2025-12-10') });
  const loaded = await loadTeam(folder, {
    now: '2026-02-10',
    sources: [
      { name: 'team', git: folder },
      { name: 'library', git: library.folder, role: 'library' },
    ],
    ...monthly(1),
  });
  const { points, notes } = await historyOf(loaded);
  expect(points.map(({ commits }) => commits.map(({ source }) => source))).toEqual([['team'], ['team']]);
  expect(notes).toEqual([]);
});

test.each([
  ['a shallow clone', ['--depth', '1'], 'is a shallow clone, which holds no earlier commits'],
  ['a clone without its files', ['--filter', 'blob:none'], 'is a partial clone, which lacks earlier files'],
])('%s has no past, which is said', async (_, flags, why) => {
  const origin = makeRepository({ files: { 'a.yml': rule('A', 't1113') }, date: at('2026-01-10') });
  origin.commit({ 'a.yml': rule('A', 't1115') }, at('2026-02-10'));
  origin.git('config', 'uploadpack.allowFilter', 'true');
  const clone = join(temporaryFolder(), 'clone');
  execFileSync('git', ['clone', '--quiet', ...flags, pathToFileURL(origin.folder).href, clone], {
    stdio: 'pipe',
  });
  const loaded = await loadTeam(clone, { sources: [{ name: 'team', path: '.' }], ...monthly(1) });
  const history = await historyOf(loaded);
  expect(history.points.map(({ date }) => date)).toEqual(['2026-02-10']);
  expect(history.notes).toEqual([
    `The source “team” ${why}: it is part of the present only, and left out of what changed.`,
  ]);
});

test('points before any commit are left out, and counted in a note', async () => {
  const { folder } = makeRepository({ files: { 'a.yml': rule('A', 't1113') }, date: at('2026-01-10') });
  const loaded = await loadTeam(folder, {
    now: '2026-02-15',
    sources: [{ name: 'team', git: folder }],
    ...monthly(4),
  });
  const history = await historyOf(loaded);
  expect(history.points.map(({ date }) => date)).toEqual(['2026-01-15', '2026-02-15']);
  expect(history.notes).toEqual([
    'The history of the source “team” begins on 2026-01-10; it has no part in earlier points.',
    '3 of 4 earlier points are before any commit, and left out.',
  ]);
});

test('the present compared with the past is what assess says, technique by technique', async () => {
  const { folder } = makeRepository({
    files: {
      'a.yml': rule('A', 't1113'),
      'b.yml': rule('B', 't1562.001'),
      'e.yaml': exercise('2026-01-05', 'alerted'),
    },
    date: at('2026-01-10'),
  });
  const loaded = await loadTeam(folder, { sources: [{ name: 'team', git: folder }], now: '2026-01-10' });
  const { points } = await historyOf(loaded, { dates: ['2026-01-10'] });
  const past = points[0]!.domains.enterprise!;
  expect(points[1]!.domains.enterprise).toEqual(past);
  const assessed = [...assess(loaded.workspace).domains.get('enterprise')!.assessments.values()];
  expect(past.techniques).toEqual(
    Object.fromEntries(
      assessed
        .filter(({ level }) => level !== 'none')
        .map(({ technique, level, score, detections }) => [technique, [level, score, detections.length]]),
    ),
  );
});

test('a second run reads nothing: neither a file nor a listing', async () => {
  const { folder, commit } = makeRepository({
    files: { 'a.yml': rule('A', 't1113') },
    date: at('2026-01-10'),
  });
  commit({ 'b.yml': rule('B', 't1115') }, at('2026-02-10'));
  const loaded = await loadTeam(folder, { sources: [{ name: 'team', git: folder }], ...monthly(1) });
  const cacheDir = temporaryFolder();
  const said: string[] = [];
  const options = { cacheDir, onProgress: (text: string) => void said.push(text) };
  const first = await historyOf(loaded, options);
  expect(said).toEqual([
    'Assessing the state of 2026-01-10 (1 of 2)',
    'Assessing the state of 2026-02-10 (2 of 2)',
  ]);
  said.length = 0;
  expect(await historyOf(loaded, options)).toEqual(first);
  expect(said).toEqual([]);
  expect(await historyOf(loaded, { ...options, useCache: false })).toEqual(first);
  expect(said).toHaveLength(2);
});

test('other weights or another scope are never answered from the cache', async () => {
  const { folder, commit } = makeRepository({
    files: { 'a.yml': rule('A', 't1113') },
    date: at('2026-01-10'),
  });
  commit({ 'b.yml': rule('B', 't1115') }, at('2026-02-10'));
  const cacheDir = temporaryFolder();
  const scoreAndTotal = async (config: object): Promise<unknown[]> => {
    const loaded = await loadTeam(folder, {
      sources: [{ name: 'team', git: folder }],
      ...monthly(1),
      ...config,
    });
    const [past] = (await historyOf(loaded, { cacheDir })).points;
    return [past!.domains.enterprise!.techniques['T1113']![1], past!.domains.enterprise!.total];
  };
  const [score, total] = await scoreAndTotal({});
  expect(await scoreAndTotal({ coverage: { weights: { firstDetection: 50 } } })).toEqual([50, total]);
  const [same, fewer] = await scoreAndTotal({ scope: { platforms: ['Windows'] } });
  expect(same).toBe(score);
  expect(fewer).toBeLessThan(total as number);
});
