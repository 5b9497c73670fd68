import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { domainStates, type AssessedPoint } from '../../src/coverage/history/assessed-point.ts';
import { changesBetween } from '../../src/coverage/history/changes.ts';
import type { Coverage } from '../../src/coverage/assessment.ts';
import type { DomainState } from '../../src/coverage/history.ts';
import type { FileContent } from '../../src/readers/reader.ts';
import { assessPoint, readSlim } from '../../src/history/assess-point.ts';
import { openKept } from '../../src/history/kept.ts';
import { slimContents } from '../../src/history/slim-contents.ts';
import { openTimeline } from '../../src/sources/timeline.ts';
import type { LoadedWorkspace } from '../../src/workspace/load.ts';
import { corpora } from '../corpora.ts';
import { corpusFolder } from '../corpus-files.ts';
import { loadTeam } from './loading.ts';

const shared = corpora('the history of SigmaHQ');

/** Both sides of the commit that wrote the tactics and ids of ATT&CK 19 into the rules. */
describe.runIf(shared)('SigmaHQ, deployed', () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'coverbook-history-'));
  afterAll(() => {
    rmSync(cacheDir, { recursive: true, force: true });
  });
  let folder = '';
  let loaded: LoadedWorkspace;
  let coverage: Coverage;
  let before: AssessedPoint;
  let after: AssessedPoint;
  let present: AssessedPoint;
  let sides: { before: string; after: string };

  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', folder, ...args])
      .toString()
      .trim();
  /** Tags of the rules of a commit, found by Git alone, without any parser. */
  const tags = (commit: string, tag: string): string[] =>
    spawnSync('git', [
      '-C',
      folder,
      'grep',
      '-hoE',
      `^ *- attack\\.${tag} *(#.*)?$`,
      commit,
      '--',
      'rules*.yml',
    ])
      .stdout.toString()
      .split('\n')
      .flatMap((line) => /attack\.(\S+)/.exec(line)?.[1] ?? []);

  beforeAll(async () => {
    folder = corpusFolder(shared!, 'sigma-rules-history.bundle');
    const migration = git(
      'log',
      '--first-parent',
      '--grep=Update mitre tags to use attack v19',
      '--format=%H',
    );
    sides = { before: git('rev-parse', `${migration}^1`), after: migration };
    loaded = await loadTeam(folder, { sources: [{ name: 'sigmahq', git: folder }] }, cacheDir);
    coverage = assess(loaded.workspace);
    const [source] = loaded.workspace.sources;
    const timeline = await openTimeline(source!);
    if (typeof timeline === 'string') throw new Error(timeline);
    const contents = slimContents(openKept<FileContent>(undefined, '', 0), loaded.read);
    // The same day for all: what differs is content alone.
    const pointAt = async (id: string): Promise<AssessedPoint> => {
      const state = await timeline.openAt({ id, date: '2026-04-28T00:00:00Z' });
      return assessPoint(loaded.workspace, loaded.workspace.now, [await readSlim(state, contents)]);
    };
    before = await pointAt(sides.before);
    after = await pointAt(sides.after);
    present = await pointAt(source!.commit!);
  });

  const stateOf = ({ domains }: AssessedPoint): DomainState => domains.enterprise!;

  test('the commit is the migration: the old tactic stands before it, the new ones after', () => {
    const count = (commit: string) =>
      ['defense-evasion', 'stealth', 'defense-impairment'].map((tactic) => tags(commit, tactic).length);
    expect([count(sides.before), count(sides.after)]).toEqual([
      [1599, 0, 0],
      [0, 1085, 408],
    ]);
  });

  test('the migration is no loss: rules of Defense Evasion stand under Stealth and Defense Impairment before it', () => {
    expect(stateOf(before).covered).toBeGreaterThan(400);
    expect(stateOf(after).covered).toBeGreaterThanOrEqual(stateOf(before).covered);
    for (const tactic of ['stealth', 'defense-impairment']) {
      const [was, is] = [before, after].map((point) => stateOf(point).tactics[tactic]!);
      expect(was!.covered, tactic).toBeGreaterThan(0);
      expect(is!.covered, tactic).toBeGreaterThanOrEqual(was!.covered);
      expect(is!.total, tactic).toBe(was!.total);
    }
    const changes = changesBetween(before, after, () => true);
    expect(changes.filter(({ kind }) => ['lost', 'removed', 'added'].includes(kind))).toEqual([]);
  });

  test('what is covered before the migration is what the tags then name, read as today’s ids, and their parents', () => {
    const base = loaded.workspace.knowledge.get('enterprise')!;
    const named = new Set(
      tags(sides.before, 't[0-9.]+').flatMap((tag) => {
        const resolution = base.resolve(tag.toUpperCase());
        return 'id' in resolution ? [resolution.id] : [];
      }),
    );
    const withParents = new Set([...named].flatMap((id) => [id, id.slice(0, 5)]));
    expect(Object.keys(stateOf(before).techniques)).toEqual([...withParents].sort());
  });

  test('the present of the line is what is assessed, technique by technique', () => {
    expect(present.domains).toEqual(domainStates(coverage));
  });
});
