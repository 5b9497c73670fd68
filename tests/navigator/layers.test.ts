import { describe, expect, test } from 'vitest';
import type { DomainState, History, HistoryPoint } from '../../src/coverage/history.ts';
import type { Detection } from '../../src/detections/detection.ts';
import type { Playbook } from '../../src/playbooks/playbook.ts';
import type { LayerTechnique } from '../../src/navigator/layer.ts';
import { buildLayers, layerIds } from '../../src/navigator/layers.ts';
import { assess } from '../../src/coverage/assess.ts';
import { aDetection, aPlaybook, aWorkspace, embeddedBase } from '../workspace-builder.ts';
import { navigatorProblems } from './navigator-rules.ts';
import { asRead, layersOf, smallTeam, wholeTeam } from './scenario.ts';

const { layers } = layersOf(smallTeam());
const sited = layersOf(smallTeam({ site: 'https://soc.example.org', base: '/coverage' })).layers;

function layerOf(id: string, among = layers) {
  const named = among.find((candidate) => candidate.id === id);
  if (!named) throw new Error(`no layer ${id}`);
  return named.layer;
}

function scores(id: string): Record<string, number | undefined> {
  return Object.fromEntries(layerOf(id).techniques.map(({ techniqueID, score }) => [techniqueID, score]));
}

function entry(id: string, technique: string, among = layers): LayerTechnique {
  const found = layerOf(id, among).techniques.find(({ techniqueID }) => techniqueID === technique);
  if (!found) throw new Error(`${technique} is not in ${id}`);
  return found;
}

test('the layers of a small team, those of actors and platforms aside', () => {
  const others = layers.filter(({ kind }) => kind !== 'actor' && kind !== 'platform');
  expect(others.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
    'coverage coverage',
    'coverage claimed',
    'coverage tested-proven',
    'coverage hunts',
    'coverage gaps',
    'coverage rules-count',
    'coverage robustness',
    'coverage freshness',
    'profile relevance',
    'profile actors-profile',
    'delta actors-minus-coverage',
    'delta claimed-minus-proven',
    'source source-team',
    'source source-sigmahq',
  ]);
});

test('the Navigator loads and draws all of them, with a site and without', () => {
  expect(layers.flatMap(({ layer }) => navigatorProblems(layer, embeddedBase('enterprise')))).toEqual([]);
  expect(sited.flatMap(({ layer }) => navigatorProblems(layer, embeddedBase('enterprise')))).toEqual([]);
});

test('a domain without mapped content has no layers', () => {
  const workspace = aWorkspace({
    config: { attack: { domains: ['enterprise', 'mobile', 'ics'] } },
    detections: [aDetection({ techniques: ['T0800'] })],
  });
  const built = buildLayers(workspace, assess(workspace));
  expect(new Set(built.map(({ domain }) => domain))).toEqual(new Set(['ics']));
  expect(built.map(({ id }) => id)).toEqual(layerIds(workspace, assess(workspace)));
  expect(built.flatMap(({ layer }) => navigatorProblems(layer, embeddedBase('ics')))).toEqual([]);
  expect(built[0]?.layer.versions.attack).toBe('18');
});

test('a whole layer', async () => {
  await expect(`${JSON.stringify(layerOf('coverage'), null, 2)}\n`).toMatchFileSnapshot(
    '__snapshots__/coverage.json',
  );
});

test('a whole layer of a team whose site is known', async () => {
  await expect(`${JSON.stringify(layerOf('tested-proven', sited), null, 2)}\n`).toMatchFileSnapshot(
    '__snapshots__/tested-proven-with-site.json',
  );
});

test('what a person reads in the layers of a team that has everything', async () => {
  const { workspace, history } = wholeTeam();
  const built = buildLayers(workspace, assess(workspace), { history });
  const techniques = new Set(
    [...workspace.detections, ...workspace.playbooks]
      .flatMap(({ mappings }) => mappings)
      .flatMap(({ resolved = '' }) => [resolved, resolved.slice(0, 5)]),
  );
  const read = built.filter(
    ({ id, kind }) =>
      (kind !== 'actor' && kind !== 'platform') || id === 'actor-g0016' || id === 'platform-linux',
  );
  await expect(read.map((named) => asRead(named, techniques)).join('\n')).toMatchFileSnapshot(
    '__snapshots__/as-read.txt',
  );
});

describe('what changed in a year', () => {
  const state = (techniques: DomainState['techniques']): HistoryPoint['domains'] => ({
    enterprise: {
      levels: { none: 0, hunted: 0, claimed: 0, tested: 0, proven: 0, failed: 0 },
      total: 0,
      covered: 0,
      tactics: {},
      techniques,
    },
  });
  const change = (points: [string, HistoryPoint['domains']][]) => {
    const workspace = smallTeam();
    const history: History = {
      points: points.map(([date, domains]) => ({ date, commits: [], domains })),
      changes: [],
      notes: [],
    };
    return buildLayers(workspace, assess(workspace), { history }).find(({ id }) => id === 'change-year');
  };

  test('is counted from a year ago to the day, or from the oldest state since', () => {
    const past = state({});
    expect(
      change([
        ['2025-06-30', past],
        ['2025-07-01', past],
        ['2026-01-01', past],
        ['2026-07-01', past],
      ])?.layer.name,
    ).toBe('Change since 2025-07-01 · Test team');
    expect(
      change([
        ['2025-06-30', past],
        ['2026-01-01', past],
        ['2026-07-01', past],
      ])?.layer.name,
    ).toBe('Change since 2026-01-01 · Test team');
  });

  test('is not there without a state in the past, or with one of another domain alone', () => {
    expect(change([['2026-07-01', state({})]])).toBeUndefined();
    expect(change([['2025-01-01', state({})]])).toBeUndefined();
    expect(change([['2026-01-01', {}]])).toBeUndefined();
    expect(layers.some(({ id }) => id === 'change-year')).toBe(false);
  });

  test('is the difference of scores around 100; coverage that came or went stands above it', () => {
    const { layer } =
      change([
        [
          '2026-01-01',
          state({
            'T1059.001': ['claimed', 35, 2],
            'T1059.003': ['claimed', 30, 1],
            'T1003.001': ['claimed', 30, 1],
            'T1218.011': ['hunted', 25, 0],
            T1110: ['proven', 100, 4],
          }),
        ],
      ]) ?? {};
    const drawn = Object.fromEntries(
      (layer?.techniques ?? []).map(({ techniqueID, score, color }) => [techniqueID, [score, color]]),
    );
    expect(drawn).toMatchObject({
      'T1059.003': [115, '#56b4e9'],
      // Missed in an exercise, so 10 at most.
      'T1003.001': [80, '#d55e00'],
      // Missed since, and not covered then either.
      T1003: [101, '#d55e00'],
      'T1218.011': [85, '#f0e442'],
      'T1053.005': [165, '#0072b2'],
      T1110: [0, '#d55e00'],
    });
    expect(drawn).not.toHaveProperty(['T1059.001']);
    expect(layer && navigatorProblems(layer, embeddedBase('enterprise'))).toEqual([]);
  });
});

describe('a layer of one platform', () => {
  const on = (id: string, detections: Detection[], playbooks: Playbook[] = []) => {
    const workspace = aWorkspace({ detections, playbooks });
    const named = layersOf(workspace).layers.find((candidate) => candidate.id === id);
    return (technique: string) =>
      named?.layer.techniques.find(({ techniqueID }) => techniqueID === technique)?.score;
  };
  const PASSING = [{ kind: 'sigma-regression' as const, summary: '1 matching event' }];

  test.each([
    ['a rule that names it', ['Linux'], 75],
    ['a rule that names it among others, in another case', ['windows', 'linux'], 75],
    ['a rule that names none', [], 75],
    ['a rule that names what ATT&CK does not know', ['Defender XDR'], 75],
    ['a rule that names another', ['Windows'], 25],
  ])('%s', (_, platforms, score) => {
    expect(on('platform-linux', [aDetection({ techniques: ['T1105'], platforms })])('T1105')).toBe(score);
  });

  test('a test counts for the platform its rule looks on', () => {
    const tested = aDetection({ techniques: ['T1105'], platforms: ['Windows'], passingTests: PASSING });
    const other = aDetection({ title: 'Other', techniques: ['T1105'], platforms: ['Linux'] });
    expect(on('platform-windows', [tested, other])('T1105')).toBe(100);
    expect(on('platform-linux', [tested, other])('T1105')).toBe(75);
  });

  test('a hunt counts where it looks, and a rule of a sub-technique for its parent', () => {
    const hunt = aPlaybook({ techniques: ['T1105'], platforms: ['Linux'] });
    expect(on('platform-linux', [], [hunt])('T1105')).toBe(50);
    expect(on('platform-macos', [aDetection({ techniques: ['T1003.001'] })], [hunt])('T1105')).toBe(0);
    expect(on('platform-windows', [aDetection({ techniques: ['T1003.001'] })])('T1003')).toBe(75);
  });

  test('has the techniques of the platform and no other', () => {
    const expected = embeddedBase('enterprise')
      .techniques.filter(({ platforms }) => platforms.includes('ESXi'))
      .map(({ id }) => id);
    expect(layerOf('platform-esxi').techniques.map(({ techniqueID }) => techniqueID)).toEqual(expected);
  });

  test('is there for the platforms of ours alone, where the config names them', () => {
    const ours = layersOf(smallTeam({ scope: { platforms: ['windows', 'IaaS'] } })).layers;
    expect(ours.flatMap(({ id, kind }) => (kind === 'platform' ? [id] : []))).toEqual([
      'platform-iaas',
      'platform-windows',
    ]);
  });
});

describe('scores', () => {
  test('rules-count counts distinct counting rules of exactly that technique, revoked ids resolved', () => {
    expect(scores('rules-count')).toEqual({
      'T1003.001': 1,
      'T1053.005': 1,
      'T1059.001': 2,
      'T1059.003': 1,
      T1105: 1,
    });
  });

  test('claimed rolls rules up, and keeps a missed claim', () => {
    expect(scores('claimed')).toMatchObject({ T1059: 3, 'T1059.001': 2, 'T1003.001': 1 });
    expect(entry('claimed', 'T1003.001').color).toBe('#d55e00');
    expect(scores('claimed')).not.toHaveProperty(['T1218.011']);
  });

  test('tested-proven holds only what was put to the test, and parents of nothing but failures', () => {
    expect(scores('tested-proven')).toEqual({ T1003: 0, 'T1003.001': 0, 'T1053.005': 100, 'T1059.003': 50 });
  });

  test('hunts counts current playbooks only', () => {
    expect(scores('hunts')).toEqual({ 'T1053.005': 1, 'T1218.011': 1 });
  });

  test('coverage has every technique anything speaks for, at its score', () => {
    const { coverage } = layersOf(smallTeam());
    const assessments = [...(coverage.domains.get('enterprise')?.assessments.values() ?? [])];
    expect(scores('coverage')).toEqual(
      Object.fromEntries(
        assessments.filter(({ level }) => level !== 'none').map(({ technique, score }) => [technique, score]),
      ),
    );
    expect(scores('coverage')).not.toHaveProperty(['T1110.003']);
  });

  test('gaps are what the profile’s actors use, times what the score lacks', () => {
    const { coverage } = layersOf(smallTeam());
    const powershell = coverage.domains.get('enterprise')?.assessments.get('T1059.001');
    expect(powershell?.relevance).toBe(100);
    expect(scores('gaps')['T1059.001']).toBe(100 - (powershell?.score ?? 0));
    expect(entry('gaps', 'T1110.003').comment).toBe(
      'Used by APT29. Missing: a rule; a hunt. 1 library rule could be deployed.',
    );
    expect(layerOf('gaps').techniques.every(({ score = 0 }) => score > 0 && score <= 100)).toBe(true);
  });
});

describe('links', () => {
  test('there are none without a site', () => {
    expect(
      layers.flatMap(({ layer }) => [
        ...layer.links,
        ...layer.techniques.flatMap(({ links }) => links ?? []),
      ]),
    ).toEqual([]);
  });

  test('a cell links to its technique, its rules and its playbooks under the base', () => {
    expect(entry('coverage', 'T1053.005', sited).links).toEqual([
      { label: 'Coverage of T1053.005', url: 'https://soc.example.org/coverage/techniques/T1053/005/' },
      { label: 'Rule: Task created', url: 'https://soc.example.org/coverage/detections/team/task-created/' },
      { label: 'Playbook: Odd tasks', url: 'https://soc.example.org/coverage/playbooks/odd-tasks/' },
    ]);
  });
});

test('a technique with a hundred rules names ten and says how many more', () => {
  const detections = Array.from({ length: 100 }, (_, index) =>
    aDetection({ title: `Rule ${String(index).padStart(3, '0')}`, techniques: ['T1105'] }),
  );
  const built = layersOf(aWorkspace({ detections, config: { site: 'https://soc.example.org' } })).layers;
  const { metadata = [], links = [] } = entry('rules-count', 'T1105', built);
  const rules = metadata.flatMap((item) => ('value' in item && item.name === 'Rule' ? [item.value] : []));
  expect(rules).toHaveLength(11);
  expect(rules.at(-1)).toBe('and 90 more');
  expect(links).toHaveLength(11);
});

test('a rule without a title is named by its key: the Navigator wants no empty value', () => {
  const workspace = aWorkspace({
    detections: [aDetection({ title: ' ', slug: 'nameless', techniques: ['T1105'] })],
  });
  const { layers: built } = layersOf(workspace);
  expect(built.flatMap(({ layer }) => navigatorProblems(layer, embeddedBase('enterprise')))).toEqual([]);
  expect(entry('rules-count', 'T1105', built).metadata).toContainEqual({
    name: 'Rule',
    value: 'team/nameless',
  });
});

test('two hundred rules on one technique and 199 on another can be drawn', () => {
  const many = (technique: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      aDetection({ title: `${technique} ${index}`, techniques: [technique] }),
    );
  const workspace = aWorkspace({ detections: [...many('T1105', 200), ...many('T1003.001', 199)] });
  const { layers: built } = layersOf(workspace);
  expect(built.flatMap(({ layer }) => navigatorProblems(layer, embeddedBase('enterprise')))).toEqual([]);
  expect(entry('rules-count', 'T1105', built).score).toBe(200);
});
