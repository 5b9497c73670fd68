import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textReporter } from '../../src/review/reporters/text.ts';
import type { Review } from '../../src/review/review.ts';
import type { RuleAspect } from '../../src/review/rule-change.ts';
import { corpora } from '../corpora.ts';
import { corpusFolder } from '../corpus-files.ts';
import { reviewOf } from './scenario.ts';

const shared = corpora('reviews of SigmaHQ');

/** Ranges of its history, each chosen for what it does, by the first line of the merge. */
const RANGES = {
  newest: 'Merge PR #6190',
  removal: 'Merge PR #5990',
  move: 'Merge PR #5938',
  're-mapping': 'Merge PR #5953',
  promotion: 'Merge PR #5666',
};

/** What may be told in a file of ours: the rules themselves are other people's. */
const FACTS: ReadonlySet<RuleAspect> = new Set([
  'mapping',
  'status',
  'severity',
  'log-source',
  'moved',
  'new-id',
]);

describe.runIf(shared)('SigmaHQ', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-review-'));
  const cacheDir = join(folder, 'cache');
  const repository = join(folder, 'sigma');
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', repository, ...args])
      .toString()
      .trim();
  const commitOf = (subject: string): string => git('log', '--format=%H', '-1', `--grep=${subject}`);
  const reviews = new Map<string, Promise<Review>>();
  const reviewed = async (name: keyof typeof RANGES): Promise<Review> => {
    const head = commitOf(RANGES[name]);
    const review = reviews.get(name) ?? reviewOf(repository, { base: `${head}^1`, head, cacheDir });
    reviews.set(name, review);
    return await review;
  };
  /** Lines of the difference of rules as Git shows it, `-U0`. */
  const changedLines = (name: keyof typeof RANGES, pattern: RegExp): number => {
    const head = commitOf(RANGES[name]);
    const lines = git('diff', '-U0', '--find-renames', `${head}^1`, head, '--', 'rules*/**').split('\n');
    return lines.filter((line) => pattern.test(line)).length;
  };

  beforeAll(() => {
    cpSync(corpusFolder(shared!, 'sigma-rules-history.bundle'), repository, { recursive: true });
    writeFileSync(
      join(repository, 'coverbook.yaml'),
      'title: SigmaHQ\nsources: [{ name: sigma, path: ., include: ["rules*/**"] }]\n',
    );
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(Object.keys(RANGES) as (keyof typeof RANGES)[])('the %s', async (name) => {
    const review = await reviewed(name);
    const facts = {
      ...review,
      rules: review.rules.map((rule) => ({
        ...rule,
        aspects: rule.aspects.map(({ aspect, differences }) => ({
          aspect,
          differences: FACTS.has(aspect) ? differences : [],
        })),
      })),
    };
    await expect(textReporter.report(facts, { color: false })).toMatchFileSnapshot(
      `__snapshots__/sigma-${name}.txt`,
    );
  });

  test('a promotion is told of as many rules as Git shows new statuses, and loses nothing', async () => {
    const { rules, lost, summary } = await reviewed('promotion');
    const promoted = rules.filter(({ aspects }) => aspects.some(({ aspect }) => aspect === 'status'));
    expect(promoted.length).toBe(changedLines('promotion', /^\+status: test/));
    expect(promoted.length).toBeGreaterThan(0);
    expect(lost).toEqual([]);
    expect(summary.techniques.raised).toBeGreaterThan(0);
    expect(summary.techniques.lowered).toBe(0);
  });

  test('files that only moved are no change of coverage, and none of them is removed or added', async () => {
    const { rules, summary } = await reviewed('move');
    expect(rules.length).toBe(changedLines('move', /^rename to /));
    expect(rules.map(({ change, pairedBy }) => [change, pairedBy])).toEqual(
      rules.map(() => ['changed', 'id']),
    );
    // One of them got a tag as well.
    expect(rules.filter(({ metadataOnly }) => !metadataOnly).length).toBe(changedLines('move', /^index /));
    expect(summary.techniques).toEqual({
      lost: 0,
      'proof-lost': 0,
      reduced: 0,
      gained: 0,
      proven: 0,
      lowered: 0,
      raised: 0,
    });
  });

  test('every rule that Git shows as deleted or added is told so, unless it is known again', async () => {
    for (const name of ['newest', 'removal'] as const) {
      const { rules } = await reviewed(name);
      const head = commitOf(RANGES[name]);
      const status = git('diff', '--no-renames', '--name-status', `${head}^1`, head, '--', 'rules*/**');
      const files = (letter: string): string[] =>
        status.split('\n').flatMap((line) => (line.startsWith(`${letter}\t`) ? line.slice(2) : []));
      const known = rules.filter(({ change }) => change === 'changed');
      const gone = rules.filter(({ change }) => change === 'removed').map(({ item }) => item.file);
      const come = rules.filter(({ change }) => change === 'added').map(({ item }) => item.file);
      expect([...gone, ...known.map(({ before }) => before?.file)], name).toEqual(
        expect.arrayContaining(files('D')),
      );
      expect([...come, ...known.map(({ item }) => item.file)], name).toEqual(
        expect.arrayContaining(files('A')),
      );
      expect(gone.every((file) => files('D').includes(file ?? ''))).toBe(true);
      expect(come.every((file) => files('A').includes(file ?? ''))).toBe(true);
    }
  });

  test('a re-mapping is told of the rules whose tags differ, and of no other', async () => {
    const { rules } = await reviewed('re-mapping');
    const remapped = rules.filter(({ aspects }) => aspects.some(({ aspect }) => aspect === 'mapping'));
    expect(remapped.length).toBeGreaterThan(0);
    for (const { item } of remapped) {
      const head = commitOf(RANGES['re-mapping']);
      expect(git('diff', '-U0', `${head}^1`, head, '--', item.file ?? '')).toMatch(/^[-+] *- attack\./m);
    }
  });
});
