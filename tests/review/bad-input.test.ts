import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Review } from '../../src/review/review.ts';
import { sigmaRule, uuidOf } from '../cli/team.ts';
import { makeRepository, temporaryFolder, type TestRepository } from '../git-repository.ts';
import { reviewOf } from './scenario.ts';

const CONFIG = 'title: Team\nsources: [{ name: team, path: content }]\n';
const rule = (title: string, technique: string): string => sigmaRule(title, [`attack.${technique}`]);

/** `main` with one rule, `change` with two of which one is new; the change is checked out. */
function twoBranches(): TestRepository {
  const repository = makeRepository({
    files: { 'coverbook.yaml': CONFIG, 'content/a.yml': rule('First', 't1113') },
  });
  repository.git('checkout', '--quiet', '-b', 'change');
  repository.commit({ 'content/b.yml': rule('Second', 't1115') }, '2026-02-01T10:00:00Z');
  return repository;
}

function clone(from: string, ...options: string[]): string {
  const folder = temporaryFolder();
  makeRepository().git('clone', '--quiet', ...options, pathToFileURL(from).href, folder);
  return folder;
}

/** What changed about rules, a line each. */
function rules({ rules: all }: Review): string[] {
  return all.map(({ change, item }) => `${change} ${item.title}`);
}

/** Message and hint of the error a review ends with. */
async function failure(review: Promise<Review>): Promise<{ message: string; hint: string }> {
  const error: unknown = await review.catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(Error);
  const { message, hint = '' } = error as Error & { hint?: string };
  return { message, hint };
}

test('a shallow clone that was cut off before the merge base says how to get the rest', async () => {
  const { folder } = twoBranches();
  const shallow = clone(folder, '--depth', '1', '--no-single-branch', '--branch', 'change');
  const { message, hint } = await failure(reviewOf(shallow, { base: 'main' }));
  expect(message).toMatch(/share no commit in this shallow clone/);
  expect(hint).toMatch(/fetch-depth: 0.*GIT_DEPTH: 0.*git fetch --unshallow/);
});

test('a shallow clone without the base at all says the same', async () => {
  const { folder } = twoBranches();
  const shallow = clone(folder, '--depth', '1', '--branch', 'change');
  const { message, hint } = await failure(reviewOf(shallow, { base: 'main' }));
  expect(message).toMatch(/No branch, tag or commit `main`.*\(named by --base\); it is a shallow clone/);
  expect(hint).toMatch(/fetch-depth: 0/);
});

test('a shallow clone that holds the merge base is compared like any other', async () => {
  const { folder, git } = twoBranches();
  git('checkout', '--quiet', 'change');
  const shallow = clone(folder, '--depth', '2', '--no-single-branch', '--branch', 'change');
  expect(rules(await reviewOf(shallow, { base: 'main' }))).toEqual(['added Second']);
});

test('a partial clone says what it lacks, and takes no missing file for one that was not there', async () => {
  const { folder, git, commit } = twoBranches();
  commit({ 'content/a.yml': rule('First', 't1560') }, '2026-02-02T10:00:00Z');
  git('config', 'uploadpack.allowFilter', 'true');
  const partial = clone(folder, '--filter=blob:none', '--branch', 'change');
  const { message, hint } = await failure(reviewOf(partial, { base: 'main' }));
  expect(message).toMatch(
    /^The clone does not hold all files of the source `team` at the commit [0-9a-f]{10}: it is a partial clone/,
  );
  expect(hint).toMatch(/--no-filter/);
});

test('unrelated histories are told from a clone that was cut off', async () => {
  const { folder, git, commit } = twoBranches();
  git('checkout', '--quiet', '--orphan', 'other');
  commit({ 'content/b.yml': null }, '2026-02-02T10:00:00Z');
  const { message, hint } = await failure(reviewOf(folder, { base: 'main', head: 'other' }));
  expect(message).toMatch(/^main \([0-9a-f]{10}\) and other \([0-9a-f]{10}\) have unrelated histories/);
  expect(hint).toMatch(/a base the head comes from/);
});

test('a ref that is not there names those that are like it', async () => {
  const { folder } = twoBranches();
  const wrong = await failure(reviewOf(folder, { base: 'mian' }));
  expect(wrong.message).toMatch(/No branch, tag or commit `mian`/);
  expect(wrong.hint).toMatch(/`git fetch origin mian`.*There are `main`/);
  const head = await failure(reviewOf(folder, { base: 'main', head: 'chnage' }));
  expect(head.message).toMatch(/No branch, tag or commit `chnage`.*\(named by --head\)/);
});

test('a ref that reads as an option of Git is none', async () => {
  const { folder } = twoBranches();
  const { message } = await failure(reviewOf(folder, { base: '--output=x' }));
  expect(message).toBe('`--output=x` is not the name of a Git ref');
});

test('a commit that was lost with a push by force says so', async () => {
  const { folder } = twoBranches();
  const gone = '0123456789'.repeat(4);
  const { hint } = await failure(reviewOf(folder, { base: gone }));
  expect(hint).toMatch(/pushed over by force may be gone for good: name the branch/);
});

test('a base that was pushed by force is compared from where the head left it', async () => {
  const { folder, git, commit } = twoBranches();
  git('checkout', '--quiet', 'main');
  const replaced = commit({ 'content/c.yml': rule('Of main alone', 't1123') }, '2026-02-03T10:00:00Z');
  git('reset', '--quiet', '--hard', 'HEAD~1');
  const tip = commit({ 'content/d.yml': rule('In its place', 't1125') }, '2026-02-04T10:00:00Z');
  expect(tip).not.toBe(replaced);
  const review = await reviewOf(folder, { base: 'main', head: 'change' });
  expect(rules(review)).toEqual(['added Second']);
  expect(review.base.tip).toBe(tip);
});

test('a detached head is the head', async () => {
  const { folder, git } = twoBranches();
  git('checkout', '--quiet', '--detach');
  const review = await reviewOf(folder, { base: 'main' });
  expect(rules(review)).toEqual(['added Second']);
  expect(review.head).toEqual({
    commit: git('rev-parse', 'HEAD'),
    date: '2026-02-01',
    config: 'coverbook.yaml',
  });
});

test('the working tree is read with what is staged, what is not, and what nobody added yet', async () => {
  const { folder, git, write } = twoBranches();
  write({ 'content/staged.yml': rule('Staged', 't1123'), '.gitignore': '*.local.yml\n' });
  git('add', '--all');
  write({
    'content/untracked.yml': rule('Untracked', 't1125'),
    'content/b.yml': rule('Second', 't1560'),
    'content/mine.local.yml': rule('Ignored by Git', 't1005'),
  });
  rmSync(join(folder, 'content/a.yml'));
  const review = await reviewOf(folder, { base: 'HEAD' });
  expect(rules(review)).toEqual(['removed First', 'added Staged', 'added Untracked', 'changed Second']);
  // Of a commit none of it is.
  expect(rules(await reviewOf(folder, { base: 'main', head: 'HEAD' }))).toEqual(['added Second']);
});

test('a file that was moved and staged is known again, whatever its id', async () => {
  const { folder, git } = twoBranches();
  git('mv', 'content/a.yml', 'content/renamed.yml');
  const review = await reviewOf(folder, { base: 'HEAD' });
  expect(review.rules).toMatchObject([{ change: 'changed', pairedBy: 'id', metadataOnly: true }]);
});

test('a file that was moved and not staged brings no finding it had before', async () => {
  const { folder, git, commit } = twoBranches();
  commit({ 'content/wrong.yml': rule('Wrong', 't9999') });
  renameSync(join(folder, 'content/wrong.yml'), join(folder, 'content/still-wrong.yml'));
  const review = await reviewOf(folder, { base: 'HEAD' });
  expect(git('status', '--porcelain')).toBe('D content/wrong.yml\n?? content/still-wrong.yml');
  expect(review.rules).toMatchObject([{ change: 'changed', metadataOnly: true }]);
  expect(review.brokenMappings).toEqual([]);
  expect(review.summary.findings).toMatchObject({ error: 0, old: 1, resolved: 0 });
});

test('a rule that leaves a file of several takes no finding of the others along', async () => {
  const wrong = rule('Wrong', 't9999');
  const { folder, commit } = makeRepository({
    files: { 'coverbook.yaml': CONFIG, 'content/two.yml': `${wrong}---\n${rule('Other', 't1113')}` },
  });
  commit({ 'content/two.yml': wrong, 'content/other.yml': rule('Other', 't1113') });
  const review = await reviewOf(folder, { base: 'HEAD~1', head: 'HEAD' });
  expect(review.rules).toMatchObject([{ change: 'changed', item: { path: 'other.yml' }, pairedBy: 'id' }]);
  expect(review.brokenMappings).toEqual([]);
});

test('a source in a submodule stands still, and the review says so', async () => {
  const other = makeRepository({ files: { 'x.yml': rule('Of the submodule', 't1119') } });
  const { folder, git, commit, write } = makeRepository({ files: { 'a.yml': rule('Own', 't1113') } });
  git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.folder, 'vendor');
  commit({
    'coverbook.yaml':
      'sources: [{ name: own, path: ., exclude: [vendor/**] }, { name: vendor, path: vendor }]\n',
  });
  write({ 'vendor/y.yml': rule('New in the submodule', 't1123'), 'b.yml': rule('New', 't1125') });
  const review = await reviewOf(folder, { base: 'HEAD' });
  expect(rules(review)).toEqual(['added New']);
  expect(review.notes).toEqual([
    'The source “vendor” is a repository of its own (a submodule): it is the same on both sides.',
  ]);
});

test('a source outside of the repository and one of Git stand still', async () => {
  const outside = makeRepository({ files: { 'x.yml': rule('Of another repository', 't1119') } });
  const config = `sources: [{ name: own, path: content }, { name: outside, path: '${outside.folder}' }, { name: cloned, git: '${outside.folder}' }]\n`;
  const { folder, write } = makeRepository({
    files: { 'coverbook.yaml': config, 'content/a.yml': rule('Own', 't1113') },
  });
  outside.commit({ 'y.yml': rule('New there', 't1123') });
  write({ 'content/b.yml': rule('New here', 't1125') });
  const review = await reviewOf(folder, { base: 'HEAD' });
  expect(rules(review)).toEqual(['added New here']);
  expect(review.notes).toEqual([
    'The source “outside” lies outside of the repository that holds the config: it is the same on both sides.',
  ]);
});

test('a base without a config is read with the head’s', async () => {
  const { folder, commit } = makeRepository({ files: { 'content/a.yml': rule('First', 't1113') } });
  commit({ 'coverbook.yaml': CONFIG, 'content/b.yml': rule('Second', 't1115') });
  const review = await reviewOf(folder, { base: 'HEAD~1', head: 'HEAD' });
  expect(rules(review)).toEqual(['added Second']);
  expect(review.base.config).toBeUndefined();
  expect(review.notes).toEqual([
    "The base has no coverbook.yaml: its content is read with the head's config.",
  ]);
});

test('a base whose config is wrong is read with the head’s', async () => {
  const { folder, commit } = makeRepository({
    files: { 'coverbook.yaml': 'sources: none\n', 'content/a.yml': rule('First', 't1113') },
  });
  commit({ 'coverbook.yaml': CONFIG });
  const review = await reviewOf(folder, { base: 'HEAD~1', head: 'HEAD' });
  expect(rules(review)).toEqual([]);
  expect(review.notes).toHaveLength(1);
  expect(review.notes[0]).toMatch(
    /^The base's config is wrong \(coverbook\.yaml:1:10 `sources`: .*\): its content is read with the head's\.$/,
  );
});

test('a config that was renamed is found where it was, and its paths mean what they meant', async () => {
  const { folder, git, commit } = makeRepository({
    files: { 'coverbook.yaml': CONFIG, 'content/a.yml': rule('First', 't1113') },
  });
  mkdirSync(join(folder, 'setup'));
  renameSync(join(folder, 'coverbook.yaml'), join(folder, 'setup/team.yaml'));
  commit({
    'setup/team.yaml': CONFIG.replace('content', '../content'),
    'content/a.yml': rule('First', 't1115'),
  });
  const review = await reviewOf(folder, { base: 'HEAD~1', config: 'setup/team.yaml' });
  expect(review.notes).toEqual(['The config was coverbook.yaml at the base, and is setup/team.yaml now.']);
  expect(review.rules).toMatchObject([{ change: 'changed', aspects: [{ aspect: 'mapping' }] }]);
  expect(git('status', '--porcelain')).toBe('');
});

test('a head whose commit has no config is read with that of the working tree', async () => {
  const { folder, write, commit } = makeRepository({ files: { 'content/a.yml': rule('First', 't1113') } });
  commit({ 'content/b.yml': rule('Second', 't1115') });
  write({ 'coverbook.yaml': CONFIG });
  const review = await reviewOf(folder, { base: 'HEAD~1', head: 'HEAD' });
  expect(rules(review)).toEqual(['added Second']);
  expect(review.notes).toEqual([
    'The head has no coverbook.yaml: its sources are read as the one in the working tree says.',
    "The base has no coverbook.yaml: its content is read with the head's config.",
  ]);
});

test('a folder of the config that the head’s commit has not is said, not taken for a deletion of everything', async () => {
  const { folder, commit } = twoBranches();
  commit({ 'coverbook.yaml': CONFIG.replace('content', 'contents') });
  const { message, hint } = await failure(reviewOf(folder, { base: 'main', head: 'HEAD' }));
  expect(message).toMatch(/holds no file of the source `team` \(contents\)/);
  expect(hint).toMatch(/Correct `path`/);
});

test('a binary file that changes is a finding only where it was none before', async () => {
  const { folder, commit } = twoBranches();
  commit({ 'content/image.yml': new Uint8Array([0x89, 0x50, 0, 1]) });
  const added = await reviewOf(folder, { base: 'main' });
  expect(added.findings.map(({ rule: id, path }) => [id, path])).toEqual([['file/unreadable', 'image.yml']]);
  commit({ 'content/image.yml': new Uint8Array([0x89, 0x50, 0x4e, 0, 2, 3]) });
  const changed = await reviewOf(folder, { base: 'HEAD~1' });
  expect(changed.findings).toEqual([]);
  expect(changed.summary.findings.old).toBe(1);
});

test('a config outside of Git has nothing to be compared with', async () => {
  const folder = temporaryFolder();
  const { message, hint } = await failure(reviewOf(folder, { base: 'main' }));
  expect(message).toMatch(/is in no Git repository/);
  expect(hint).toMatch(/git init/);
});

test('a repository without a commit has nothing to be compared with', async () => {
  const { folder, write } = makeRepository();
  write({ 'coverbook.yaml': CONFIG });
  const { message } = await failure(reviewOf(folder, { base: 'main' }));
  expect(message).toMatch(/has no commit yet/);
});

test('a review reads Git objects alone: neither the index nor a file of the working tree is another after it', async () => {
  const { folder, git, write } = twoBranches();
  write({ 'content/b.yml': rule('Second', 't1560') });
  const before = git('status', '--porcelain');
  const review = await reviewOf(folder, { base: 'main', head: 'change' });
  expect(git('status', '--porcelain')).toBe(before);
  expect(review.rules.map(({ techniques }) => techniques.after)).toEqual([['T1115']]);
});

test('two rules of one id are told apart by their paths', async () => {
  const twins = (technique: string): string => rule('Twin', technique);
  const { folder, commit } = makeRepository({
    files: { 'coverbook.yaml': CONFIG, 'content/a.yml': twins('t1113'), 'content/b.yml': twins('t1115') },
  });
  commit({ 'content/a.yml': twins('t1119'), 'content/b.yml': twins('t1123') });
  const review = await reviewOf(folder, { base: 'HEAD~1', head: 'HEAD' });
  expect(
    review.rules.map(({ item, pairedBy, techniques }) => [item.path, item.id, pairedBy, techniques]),
  ).toEqual([
    ['a.yml', uuidOf('Twin'), 'path', { before: ['T1113'], after: ['T1119'] }],
    ['b.yml', uuidOf('Twin'), 'path', { before: ['T1115'], after: ['T1123'] }],
  ]);
});
