import { describe, expect, test } from 'vitest';
import type { LayerTechnique } from '../../src/navigator/layer.ts';
import { buildLayers, layerIds } from '../../src/navigator/layers.ts';
import { assess } from '../../src/coverage/assess.ts';
import { aDetection, aWorkspace, embeddedBase } from '../workspace-builder.ts';
import { navigatorProblems } from './navigator-rules.ts';
import { layersOf, smallTeam } from './scenario.ts';

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
