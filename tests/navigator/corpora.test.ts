import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Domain } from '../../src/attack/domain.ts';
import { parseConfig } from '../../src/workspace/load-config.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { corpora } from '../corpora.ts';
import { corpusFolder } from '../corpus-files.ts';
import { embeddedBase } from '../workspace-builder.ts';
import { navigatorProblems } from './navigator-rules.ts';
import { layersOf } from './scenario.ts';

const folder = corpora('layers of public rule sets');
const cacheDir = mkdtempSync(join(tmpdir(), 'coverbook-layers-'));
afterAll(() => {
  rmSync(cacheDir, { recursive: true, force: true });
});

async function layersOfCorpus(archive: string, include: string[], domains: Domain[]) {
  const path = corpusFolder(folder ?? '', archive);
  const config = await parseConfig(
    JSON.stringify({
      title: 'Public rules',
      site: 'https://soc.example.org',
      attack: { domains },
      sources: [{ name: 'rules', path, include }],
    }),
    join(cacheDir, 'coverbook.yaml'),
  );
  const { workspace } = await loadWorkspace(config, {
    cacheDir,
    attackDir: cacheDir,
    useCache: false,
    history: false,
    now: '2026-08-05',
  });
  return layersOf(workspace);
}

test.runIf(folder)('the Navigator loads and draws every layer of SigmaHQ’s rules', async () => {
  const { coverage, layers } = await layersOfCorpus(
    'sigma-rules-history.bundle',
    ['rules/**', 'rules-emerging-threats/**', 'rules-threat-hunting/**'],
    ['enterprise'],
  );
  expect(layers.flatMap(({ layer }) => navigatorProblems(layer, embeddedBase('enterprise')))).toEqual([]);

  const counted = layers.find(({ id }) => id === 'rules-count')?.layer.techniques ?? [];
  expect(counted).toHaveLength(398);
  const assessments = coverage.domains.get('enterprise')?.assessments;
  for (const { techniqueID, score } of counted) {
    expect(score, techniqueID).toBe(assessments?.get(techniqueID)?.detections.length);
  }

  const scoresOf = (wanted: string): Map<string, number | undefined> =>
    new Map(
      layers
        .find(({ id }) => id === wanted)
        ?.layer.techniques.map(({ techniqueID, score }) => [techniqueID, score]),
    );
  expect(scoresOf('source-rules'), 'one source is all rules').toEqual(scoresOf('rules-count'));

  // A second count that knows nothing of readers: technique tags in the text of rules for Linux alone.
  const onLinux = scoresOf('platform-linux');
  const root = corpusFolder(folder ?? '', 'sigma-rules-history.bundle');
  const tagged = new Set(
    globSync('rules/linux/**/*.yml', { cwd: root })
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .filter((text) => /^status: (stable|test|experimental)$/m.test(text))
      .flatMap((text) => text.match(/attack\.t\d{4}(\.\d{3})?$/gim) ?? [])
      .map((tag) => tag.slice('attack.'.length).toUpperCase())
      .filter((id) => onLinux.has(id)),
  );
  expect(tagged.size).toBeGreaterThan(50);
  expect([...tagged].filter((id) => (onLinux.get(id) ?? 0) < 75)).toEqual([]);
});

test.runIf(folder)(
  'the Navigator loads and draws every layer of Elastic’s rules, with a site and in every domain',
  async () => {
    const { layers } = await layersOfCorpus(
      'elastic-rules.tar.gz',
      ['rules/**', 'rules_building_block/**', 'hunting/**'],
      ['enterprise', 'mobile', 'ics'],
    );
    expect(layers.length).toBeGreaterThan(0);
    expect(layers.flatMap(({ domain, layer }) => navigatorProblems(layer, embeddedBase(domain)))).toEqual([]);
    const ids = new Set(
      layers.flatMap(({ layer }) => layer.techniques.map(({ techniqueID }) => techniqueID)),
    );
    expect(ids, 'the successor of T1562.001').toContain('T1685');
  },
);
