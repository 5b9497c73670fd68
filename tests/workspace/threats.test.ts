import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/workspace/load-config.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aBundle, aLayer, aPattern, aStixActor, aUse } from '../threats/samples.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Loaded {
  workspace: Workspace;
  /** Loads the same again, from the cache. */
  again: () => Promise<Workspace>;
}

/** A workspace of one folder with these files under `content`, and a config beside it. */
async function load(
  files: Record<string, string>,
  threats: string[],
  domains: string[] = ['enterprise'],
): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-threats-'));
  folders.push(folder);
  const config = JSON.stringify(
    { sources: [{ name: 'team', path: 'content' }], now: '2026-05-01', threats, attack: { domains } },
    null,
    1,
  );
  for (const [path, text] of Object.entries({
    'coverbook.yaml': config,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text])),
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const parsed = await parseConfig(config, join(folder, 'coverbook.yaml'));
  const options = { cacheDir: join(folder, '.cache'), attackDir: folder, useCache: true, history: false };
  const again = async (): Promise<Workspace> => (await loadWorkspace(parsed, options)).workspace;
  return { workspace: await again(), again };
}

const shown = ({ findings }: Workspace): string[] =>
  findings.map(
    ({ source, path, range, severity, rule, message }) =>
      `${source}:${path}:${range?.line ?? '?'} ${severity} ${rule} ${message}`,
  );

const RETAIL = 'title: Retail\nactors:\n  - actor: G0016\n';
const OLD_LAYER = aLayer([{ techniqueID: 'T1086', score: 3 }], { versions: { attack: '7', layer: '4.0' } });

describe('which profiles there are', () => {
  test('in the order of the globs, then of the files; the one that says so is the default', async () => {
    const files = {
      'threats/a.yaml': RETAIL,
      'threats/b.yaml': `default: true\n${RETAIL}`,
      'first/z.yaml': RETAIL,
    };
    const globs = ['content/first/*.yaml', './content/threats/*.yaml', 'content/threats/a.yaml'];
    const { workspace } = await load(files, globs);
    expect(workspace.threats.map(({ id, path }) => [id, path])).toEqual([
      ['b', 'threats/b.yaml'],
      ['z', 'first/z.yaml'],
      ['a', 'threats/a.yaml'],
    ]);
    expect(shown(workspace)).toEqual([]);
  });

  test('ids are URL-safe and unique', async () => {
    const files = {
      'eu/retail.yaml': RETAIL,
      'us/retail.yaml': RETAIL,
      'us/über retail.yaml': `id: Größte / Sorgen ../..\n${RETAIL}`,
      'us/x.yaml': `id: retail-2\n${RETAIL}---\n${RETAIL}`,
      'us/y.yaml': `id: '../'\n${RETAIL}`,
    };
    const { workspace } = await load(files, ['content/**/*.yaml']);
    expect(workspace.threats.map(({ id }) => id)).toEqual([
      'retail',
      'retail-2',
      'retail-2-2',
      'x',
      'profile',
      'groesste-sorgen',
    ]);
  });

  test('a second default is told, and the first stands', async () => {
    const files = {
      'a.yaml': `default: true\n${RETAIL}`,
      'b.yaml': `title: B\ndefault: true\nactors: [{actor: FIN7}]\n`,
    };
    const { workspace } = await load(files, ['content/b.yaml', 'content/a.yaml']);
    expect(workspace.threats.map(({ path }) => path)).toEqual(['b.yaml', 'a.yaml']);
    expect(shown(workspace)).toEqual([
      'team:a.yaml:1 warning threats/second-default Unexpected second profile with `default: true`, expected one',
    ]);
  });

  test('a glob that names no profile is an error in the config, at its line', async () => {
    const files = {
      'threats/a.yaml': RETAIL,
      'mitre.json': aBundle({ type: 'x-mitre-matrix', id: 'x-mitre-matrix--1' }),
      'note.md': '# Note\n',
    };
    const { workspace } = await load(files, [
      'content/threats/retail.yaml',
      'content/mitre.json',
      'content/*.md',
    ]);
    expect(workspace.threats).toEqual([]);
    expect(shown(workspace)).toEqual(
      ['content/threats/retail.yaml', 'content/mitre.json', 'content/*.md'].map(
        (glob, index) =>
          `(config):coverbook.yaml:${index + 10} error threats/no-profile Unexpected \`${glob}\` under \`threats\`, expected a glob that matches a threat profile`,
      ),
    );
    expect(workspace.findings.map(({ hint }) => hint)).toEqual([
      'Write it relative to the config, and have the folder among the sources; until then it names nothing.',
      'It matches files that are ATT&CK bundles, such as `content/mitre.json`.',
      'It matches files that hold nothing a threat profile is made of, such as `content/note.md`.',
    ]);
  });

  test('bundles, layers and groups that no glob names are data: no finding, and accounted for', async () => {
    const files = {
      'threats/a.yaml': RETAIL,
      'threats/b.yaml': 'actors:\n  - actor: Nobody At All\n',
      'out/layers/enterprise-coverage.json': OLD_LAYER,
      'intel/report.json': aBundle(aPattern(1), aUse('intrusion-set--1', 'attack-pattern--7')),
      'intel/groups.yaml':
        'file_type: group-administration\ngroups:\n- {group_name: A, technique_id: [T1086]}\n',
      'intel/mitre.json': aBundle({ type: 'x-mitre-collection', id: 'x-mitre-collection--1' }),
    };
    const { workspace } = await load(files, ['content/threats/a.yaml']);
    expect(workspace.threats).toHaveLength(1);
    expect(shown(workspace)).toEqual([]);
    expect(workspace.accounts.get('team')).toMatchObject({ total: 6, read: 1, unreadable: [] });
    expect(workspace.accounts.get('team')?.ignored.map(({ reason, count }) => [reason, count])).toEqual([
      ['that are ATT&CK bundles', 1],
      ['that hold DeTT&CT groups the config does not name', 1],
      ['that hold Navigator layers the config does not name', 1],
      ['that hold STIX bundles the config does not name', 1],
      ['that hold threat profiles the config does not name', 1],
    ]);
  });
});

describe('what is wrong with one', () => {
  test('actors and techniques nobody knows, at their lines, in any document of a file', async () => {
    const files = {
      'a.yaml': [
        'actors:',
        '  - actor: Cozy Baer',
        'procedures:',
        '  - technique: T1086',
        '  - technique: T1086',
        '  - techniques: [T1059, T0886]',
        '---',
        'title: Two',
        'actors:',
        '  - {actor: Night Courier, own: true}',
        'techniques:',
        '  - {technique: T9999, weight: 2}',
        '',
      ].join('\n'),
    };
    const { workspace, again } = await load(files, ['content/a.yaml']);
    expect(shown(workspace)).toEqual([
      'team:a.yaml:2 warning threats/unknown-actor Unexpected actor `Cozy Baer`, expected a group, campaign or software of the loaded ATT&CK version',
      'team:a.yaml:4 warning mapping/revoked Unexpected revoked technique `T1086`, expected its successor `T1059.001`',
      'team:a.yaml:5 warning mapping/revoked Unexpected revoked technique `T1086`, expected its successor `T1059.001`',
      'team:a.yaml:6 error mapping/wrong-domain Unexpected technique `T0886` of ATT&CK ICS, expected one of Enterprise',
      'team:a.yaml:10 warning threats/idle-actor Unexpected actor `Night Courier` without procedures, expected one of ATT&CK or one the profile says something of',
      'team:a.yaml:12 error mapping/unknown Unexpected technique `T9999`, expected one that ATT&CK Enterprise 19.1 knows',
    ]);
    const [, first, second] = workspace.findings;
    expect([first?.fix?.text, second?.fix?.text]).toEqual(['T1059.001', 'T1059.001']);
    expect(workspace.threats[0]?.procedures.map(({ mapping }) => mapping.resolved)).toEqual([
      'T1059.001',
      'T1059.001',
      'T1059',
      undefined,
    ]);
    expect(shown(await again())).toEqual(shown(workspace));
  });

  test('a profile that names nothing', async () => {
    const files = {
      'a.json': aLayer([{ techniqueID: 'T1059', score: 0 }]),
      'b.yaml': 'file_type: group-administration\ngroups:\n- {group_name: A, enabled: false}\n',
    };
    const { workspace } = await load(files, ['content/*']);
    expect(workspace.threats).toHaveLength(2);
    expect(shown(workspace)).toEqual(
      ['a.json', 'b.yaml'].map(
        (path) =>
          `team:${path}:1 warning threats/empty-profile Unexpected threat profile that names nothing, expected actors, procedures or weighted techniques`,
      ),
    );
  });

  test('a layer of another version is noted, and its revoked techniques with it', async () => {
    const { workspace } = await load({ 'a.json': OLD_LAYER }, ['content/a.json']);
    expect(shown(workspace)).toEqual([
      'team:a.json:4 note navigator/other-version Unexpected ATT&CK version `7`, expected `19`, the one that is loaded',
      'team:a.json:10 warning mapping/revoked Unexpected revoked technique `T1086`, expected its successor `T1059.001`',
    ]);
    expect(workspace.threats[0]?.techniques).toMatchObject([
      { mapping: { resolved: 'T1059.001' }, weight: 3 },
    ]);
  });

  test.each([
    ['mitre-mobile', 'Unexpected domain `mitre-mobile`, expected `enterprise-attack` or `ics-attack`'],
    ['my-own\nmatrix', 'Unexpected domain `my-own matrix`, expected `enterprise-attack` or `ics-attack`'],
  ])('a layer of the domain %j says so once', async (domain, message) => {
    const techniques = [
      { techniqueID: 'T1660', score: 1 },
      { techniqueID: 'T1404', score: 1 },
    ];
    const { workspace } = await load(
      { 'a.json': aLayer(techniques, { domain }) },
      ['content/a.json'],
      ['enterprise', 'ics'],
    );
    expect(shown(workspace)).toEqual([`team:a.json:8 warning navigator/wrong-domain ${message}`]);
  });

  test('a bundle’s own findings are told when it is named, the first time and from the cache', async () => {
    const bundle = aBundle(
      aStixActor('intrusion-set--1', 'Cozy Bear', { aliases: ['Our Bears'] }),
      aStixActor('intrusion-set--2', 'Grey Lantern'),
      aStixActor('intrusion-set--3', 'Idle Lantern'),
      aPattern(1, 'T1086'),
      aPattern(2),
      aUse('intrusion-set--1', 'attack-pattern--1'),
      aUse('intrusion-set--2', 'attack-pattern--1'),
      aUse('intrusion-set--2', 'attack-pattern--2'),
    );
    const { workspace, again } = await load({ 'a.json': bundle }, ['content/a.json']);
    const rules = ({ findings }: Workspace) => findings.map(({ rule }) => rule);
    expect(rules(workspace)).toEqual(['threats/idle-actor', 'mapping/revoked', 'stix/unmapped-technique']);
    expect(workspace.findings.every(({ range }) => range !== undefined)).toBe(true);
    expect(workspace.threats[0]).toMatchObject({
      format: 'stix',
      actors: [
        { actor: 'Cozy Bear' },
        { actor: 'Grey Lantern', own: true },
        { actor: 'Idle Lantern', own: true },
      ],
      procedures: [{ actor: 'Cozy Bear' }, { actor: 'Grey Lantern' }],
    });
    const warm = await again();
    expect(shown(warm)).toEqual(shown(workspace));
    expect(warm.threats).toEqual(workspace.threats);
  });
});
