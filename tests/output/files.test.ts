import { expect, test } from 'vitest';
import { outlookOf } from '../../src/coverage/outlook.ts';
import { outputFiles } from '../../src/output/files.ts';
import { validateLayer } from '../navigator/navigator-rules.ts';
import { layersOf, smallTeam } from '../navigator/scenario.ts';

function filesOf(workspace = smallTeam()): Map<string, string> {
  const { coverage, layers } = layersOf(workspace);
  const files = outputFiles(workspace, coverage, outlookOf(workspace, coverage), layers);
  return new Map([...files].map(([path, pieces]) => [path, [...pieces()].join('')]));
}

const IDS = layersOf(smallTeam()).layers.map(({ id }) => id);

function parsed(path: string, files = filesOf()): unknown {
  return JSON.parse(files.get(path) ?? 'null');
}

test('the files of a team with one domain', () => {
  expect([...filesOf().keys()].sort()).toEqual(
    [
      ...IDS.map((id) => `layers/enterprise-${id}.json`),
      'layers/enterprise-all.json',
      'layers/index.json',
      'api/actors.json',
      'api/backlog.json',
      'api/coverage.json',
      'api/detections.json',
      'api/exercises.json',
      'api/findings.json',
      'api/gaps.json',
      'api/playbooks.json',
    ].sort(),
  );
});

test('the same workspace gives the same bytes, with LF and a newline at the end', () => {
  expect([...filesOf()]).toEqual([...filesOf()]);
  for (const [path, text] of filesOf()) {
    expect(text.endsWith('\n'), path).toBe(true);
    expect(text, path).not.toContain('\r');
  }
});

test('all layers of a domain in one file are valid, and leave out actors the profile does not name', () => {
  const all = parsed('layers/enterprise-all.json') as { name: string }[];
  expect(validateLayer(all)).toBe(true);
  const against = all.flatMap(({ name }) => (name.includes('against our coverage') ? [name] : []));
  expect(against).toEqual(['APT29 (G0016) against our coverage · Test team']);
  expect(all.length).toBe(
    layersOf(smallTeam()).layers.filter(({ kind, id }) => kind !== 'actor' || id === 'actor-g0016').length,
  );
});

test('the index has an absolute URL for the Navigator when the site is known, else null', () => {
  expect(parsed('layers/index.json')).toMatchObject([
    { id: 'coverage', kind: 'coverage', url: null, file: 'layers/enterprise-coverage.json' },
    ...IDS.slice(1).map((id) => ({ id })),
  ]);
  const sited = filesOf(smallTeam({ site: 'https://soc.example.org', base: '/coverage/' }));
  expect(parsed('layers/index.json', sited)).toMatchObject([
    { url: 'https://soc.example.org/coverage/layers/enterprise-coverage.json' },
    ...IDS.slice(1).map((id) => ({ id })),
  ]);
});

test('api/coverage.json says where it comes from and holds every active technique', () => {
  const report = parsed('api/coverage.json') as {
    domains: { enterprise: { techniques: Record<string, object> } };
  };
  expect(report).toMatchObject({
    schemaVersion: 1,
    attack: { enterprise: '19.1' },
    generatedFrom: [
      { source: 'team', ref: null, commit: 'c0ffee0000000000000000000000000000000000' },
      { source: 'sigmahq', ref: 'main', commit: 'c0ffee0000000000000000000000000000000000' },
    ],
  });
  const { techniques } = report.domains.enterprise;
  expect(Object.keys(techniques)).toHaveLength(697);
  expect(techniques['T1059']).toMatchObject({ level: 'claimed', rules: 0, rulesRolledUp: 3 });
  expect(techniques['T1053.005']).toEqual({
    level: 'proven',
    score: 65,
    rules: 1,
    rulesRolledUp: 1,
    playbooks: 1,
    exercises: 1,
    atomics: { available: 0, run: 0 },
    reasons: [
      'Seen by our environment: detected on 2026-06-01 in “June”.',
      '1 counting detection: “Task created”.',
      '1 current playbook: “Odd tasks”.',
    ],
    relevance: 100,
    priority: 35,
    missing: [],
    scope: { state: 'in', reason: null },
    robustness: {
      best: null,
      spread: { hash: 0, ip: 0, domain: 0, artefact: 0, tool: 0, behaviour: 0, 'not-judged': 1 },
    },
    visibility: null,
    freshness: {
      changed: null,
      reviewed: null,
      proven: '2026-06-01',
      stale: false,
      staleItems: 2,
      items: 2,
    },
  });
});

test('the other API files, whole', async () => {
  const files = filesOf();
  for (const name of ['detections', 'playbooks', 'exercises', 'findings']) {
    const readable = JSON.stringify(JSON.parse(files.get(`api/${name}.json`) ?? ''), null, 2);
    await expect(`${readable}\n`).toMatchFileSnapshot(`__snapshots__/${name}.json`);
  }
});
