import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LayerIndexEntry } from '../../src/output/layer-index.ts';
import { embeddedBase } from '../workspace-builder.ts';
import { navigatorProblems } from '../navigator/navigator-rules.ts';
import type { Layer } from '../../src/navigator/layer.ts';
import { runCli, type CliResult } from './run-cli.ts';
import { makeFolder, TEAM_FILES } from './team.ts';

let team: string;
let cache: string;

beforeAll(() => {
  team = makeFolder({
    ...TEAM_FILES,
    'coverbook.yaml': `${TEAM_FILES['coverbook.yaml'] ?? ''}threats: [content/threats.yaml]\n`,
    'content/threats.yaml': 'id: ours\ntitle: Ours\nactors:\n  - { actor: APT29, weight: 3 }\n',
  });
  cache = mkdtempSync(join(tmpdir(), 'coverbook-cache-'));
});
afterAll(() => {
  for (const folder of [team, cache]) rmSync(folder, { recursive: true, force: true });
});

function coverbook(...args: string[]): Promise<CliResult> {
  return runCli(team, args, { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache });
}

function index(out: string): LayerIndexEntry[] {
  return JSON.parse(readFileSync(join(team, out, 'layers/index.json'), 'utf8')) as LayerIndexEntry[];
}

async function idsOf(...args: string[]): Promise<string[]> {
  const { code, stderr } = await coverbook('layers', '--out', 'some', ...args);
  expect(code, stderr).toBe(0);
  return index('some').map(({ id }) => id);
}

describe('coverbook layers', () => {
  test('makes a layer for every actor, and says in the index what each is about', async () => {
    await coverbook('layers', '--out', 'all');
    const entries = index('all');
    const kinds = Object.groupBy(entries, ({ kind }) => kind);
    expect(kinds.actor?.length).toBeGreaterThan(1000);
    expect(kinds.source?.map(({ id }) => id)).toEqual(['source-team']);
    const apt29 = entries.find(({ id }) => id === 'actor-g0016');
    expect(apt29).toMatchObject({
      kind: 'actor',
      name: 'APT29 (G0016) against our coverage · Test team',
      file: 'layers/enterprise-actor-g0016.json',
    });
    for (const { file } of entries) expect(existsSync(join(team, 'all', file)), file).toBe(true);
    const files = readdirSync(join(team, 'all/layers'));
    expect(files).toHaveLength(entries.length + 2);
  });

  test.each<[string[], string[]]>([
    [
      ['--only', 'coverage, gaps'],
      ['coverage', 'gaps'],
    ],
    [
      ['--only', 'coverage', '--actor', 'apt29,Cozy Bear'],
      ['coverage', 'actor-g0016'],
    ],
    [
      ['--only', 'hunts', '--source', 'Team'],
      ['hunts', 'source-team'],
    ],
    [['--only', 'actor-g0016'], ['actor-g0016']],
    [
      ['--only', 'gaps', '--actor', 'profile'],
      ['gaps', 'actor-g0016'],
    ],
  ])('%j makes %j', async (args, ids) => {
    expect(await idsOf(...args)).toEqual(ids);
  });

  test('--actor none makes all the others, and --actor alone narrows actors alone', async () => {
    const without = await idsOf('--actor', 'none');
    expect(without).toContain('platform-windows');
    expect(without.filter((id) => /^actor-[gcs]\d/.test(id))).toEqual([]);
    const one = await idsOf('--actor', 'G0007');
    expect(one).toEqual([...without, 'actor-g0007']);
    expect((await idsOf('--actor', 'all')).length).toBeGreaterThan(1000);
  });

  test.each([
    [['--only', 'covrage'], 'Unknown layer `covrage`.', 'Did you mean `coverage`?'],
    [['--only', 'xyzzy'], 'Unknown layer `xyzzy`.', 'There are: coverage, claimed, '],
    [['--only', ','], 'There is nothing after --only.', 'Give one'],
    [['--actor', 'APT2999'], 'Unknown actor `APT2999`.', 'Did you mean `APT29`?'],
    [['--actor', 'none,APT29'], 'Unknown actor `none`.', ''],
    [['--source', 'teem'], 'Unknown source `teem`.', 'Did you mean `team`?'],
  ])('%j is wrong usage and says what would be right', async (args, problem, hint) => {
    const { code, stdout, stderr } = await coverbook('layers', '--out', 'wrong', ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(problem);
    expect(stderr).toContain(hint);
    expect(existsSync(join(team, 'wrong'))).toBe(false);
  });

  test('what an earlier run made and this one did not is removed, and nothing else is', async () => {
    await coverbook('layers', '--out', 'again', '--only', 'coverage,gaps,hunts');
    writeFileSync(join(team, 'again/layers/of-my-own.json'), '{}');
    const { stderr } = await coverbook('layers', '--out', 'again', '--only', 'gaps');
    expect(readdirSync(join(team, 'again/layers')).sort()).toEqual([
      'enterprise-all.json',
      'enterprise-gaps.json',
      'index.json',
      'of-my-own.json',
    ]);
    expect(stderr).toContain('2 layer files of an earlier run removed');
  });

  test('an index nobody can trust removes nothing', async () => {
    await coverbook('layers', '--out', 'odd', '--only', 'gaps');
    writeFileSync(join(team, 'odd/keep.json'), '{}');
    const lies = [
      { file: '../odd/keep.json' },
      { file: 'layers/../keep.json' },
      { file: 'keep.json' },
      { domain: '../../x' },
      5,
    ];
    for (const text of [JSON.stringify(lies), '{', '"x"']) {
      writeFileSync(join(team, 'odd/layers/index.json'), text);
      const { code } = await coverbook('layers', '--out', 'odd', '--only', 'gaps');
      expect(code).toBe(0);
      expect(existsSync(join(team, 'odd/keep.json'))).toBe(true);
    }
  });
});

describe('coverbook layers combine', () => {
  beforeAll(async () => {
    await coverbook('layers', '--out', 'made');
    const write = (name: string, data: unknown): void => {
      writeFileSync(join(team, name), JSON.stringify(data));
    };
    const foreign = (attack: string, domain = 'enterprise-attack'): object => ({
      name: 'Theirs',
      domain,
      versions: { attack, layer: '4.4' },
      techniques: [{ techniqueID: 'T1562.001', score: 40 }],
    });
    write('theirs.json', foreign('16'));
    write('mobile.json', foreign('18', 'mobile-attack'));
    write('future.json', foreign('42'));
    writeFileSync(join(team, 'broken.json'), '{"name":');
  });

  test('prints a layer the Navigator draws, and takes options of its own after the files', async () => {
    const args = ['made/layers/enterprise-coverage.json', 'made/layers/enterprise-actor-g0016.json'];
    const { code, stdout, stderr } = await coverbook('layers', 'combine', ...args, '--op', 'subtract');
    expect([code, stderr]).toEqual([0, '']);
    const layer = JSON.parse(stdout) as Layer;
    expect(navigatorProblems(layer, embeddedBase('enterprise'))).toEqual([]);
    const out = ['--op', 'subtract', '--out', 'deep/difference.json', '--name', 'Ours − theirs'];
    const written = await coverbook('layers', 'combine', ...args, ...out);
    expect([written.code, written.stdout.slice(0, 100)]).toEqual([0, '']);
    const kept = JSON.parse(readFileSync(join(team, 'deep/difference.json'), 'utf8')) as Layer;
    expect(kept).toEqual({ ...layer, name: 'Ours − theirs' });
  });

  test('brings an older layer up to the version of the newer one', async () => {
    const { code, stdout, stderr } = await coverbook(
      ...['layers', 'combine', 'theirs.json', 'made/layers/enterprise-coverage.json', '--op', 'max'],
    );
    expect(code).toBe(0);
    expect(stderr).toBe('warning: “Theirs” has ids that ATT&CK 19.1 replaced: T1562.001 → T1685.\n');
    const layer = JSON.parse(stdout) as Layer;
    expect(layer.versions.attack).toBe('19');
    expect(layer.techniques.find(({ techniqueID }) => techniqueID === 'T1685')?.score).toBe(40);
  });

  test('says when a version is not at hand', async () => {
    const { code, stdout, stderr } = await coverbook(
      ...['layers', 'combine', 'theirs.json', 'future.json', '--op', 'sum'],
    );
    expect(code).toBe(0);
    expect(stderr).toContain('ATT&CK 16 and 42, and 42 is not at hand: ids are taken as they stand.');
    expect((JSON.parse(stdout) as Layer).techniques).toMatchObject([{ techniqueID: 'T1562.001', score: 80 }]);
  });

  test.each<[string[], number, RegExp]>([
    [['theirs.json', 'mobile.json', '--op', 'sum'], 2, /is of ATT&CK enterprise, `mobile.json` of mobile/],
    [['theirs.json', '--op', 'sum'], 2, /nothing to combine one layer with/],
    [['theirs.json', 'theirs.json'], 2, /--op/],
    [['theirs.json', 'theirs.json', '--op', 'divide'], 2, /Allowed choices are subtract, sum/],
    [['--op', 'sum'], 2, /missing required argument/],
    [['theirs.json', 'nowhere.json', '--op', 'sum'], 3, /`nowhere.json` cannot be read as a layer/],
    [['theirs.json', 'broken.json', '--op', 'sum'], 3, /`broken.json` cannot be read as a layer/],
    [
      ['theirs.json', 'made/layers/enterprise-all.json', '--op', 'sum'],
      3,
      /it holds \d+ layers\.\n {2}Give a file with one/,
    ],
  ])('%j ends with code %i and says why', async (args, code, said) => {
    const result = await coverbook('layers', 'combine', ...args);
    expect([result.code, result.stdout]).toEqual([code, '']);
    expect(result.stderr).toMatch(said);
  });
});
