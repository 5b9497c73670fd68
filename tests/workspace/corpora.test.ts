import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import type { SourceStats } from '../../src/coverage/source-stats.ts';
import { collectStats } from '../../src/coverage/stats.ts';
import { buildLayers } from '../../src/navigator/layers.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { parseConfig } from '../../src/workspace/load-config.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';

const shared = corpora('SigmaHQ and Elastic as whole workspaces');
const cacheDir = mkdtempSync(join(tmpdir(), 'coverbook-corpora-'));
afterAll(() => {
  rmSync(cacheDir, { recursive: true, force: true });
});

const SIGMA = ['rules/**', 'rules-emerging-threats/**', 'rules-threat-hunting/**'];

async function load(source: Record<string, unknown>): Promise<Workspace> {
  const config = await parseConfig(
    JSON.stringify({ sources: [{ name: 'corpus', ...source }] }),
    '/nowhere/coverbook.yaml',
  );
  const options = { cacheDir, attackDir: cacheDir, useCache: true, history: false };
  return (await loadWorkspace(config, options)).workspace;
}

function statsOf(workspace: Workspace): SourceStats {
  return collectStats(workspace, assess(workspace)).sources[0]!;
}

/** Technique → number of files that name it in a tag, counted without any parser: what sigma-cli counts. */
function taggedFiles(folder: string, globs: string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { bytes } of corpusFiles(folder, globs)) {
    const text = Buffer.from(bytes).toString();
    const tags = new Set(
      [...text.matchAll(/^\s*- attack\.(t\d{4}(?:\.\d{3})?)\s*(?:#.*)?$/gim)].map(([, id]) =>
        id!.toUpperCase(),
      ),
    );
    for (const id of tags) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort());
}

describe('SigmaHQ as a Git repository', () => {
  test.runIf(shared)('is read whole, and every number is the published one', async () => {
    const folder = corpusFolder(shared!, 'sigma-rules-history.bundle');
    const stats = statsOf(await load({ git: folder, include: SIGMA }));
    expect(stats.detections).toEqual({
      total: 3754,
      mapped: 3286,
      tacticsOnly: 467,
      unmapped: 1,
      counting: 3754,
    });
    expect(stats.techniqueIds).toEqual({ written: 398, revoked: 0, deprecated: 0, unknown: 0 });
    const withCompliance = statsOf(await load({ git: folder, include: [...SIGMA, 'rules-compliance/**'] }));
    expect(withCompliance.detections.total).toBe(3757);
  });

  test.runIf(shared)('gives the same straight from the bundle file', async () => {
    const stats = statsOf(
      await load({ git: join(shared!, 'corpora/sigma-rules-history.bundle'), include: SIGMA }),
    );
    expect(stats.detections.total).toBe(3754);
  });

  test.runIf(shared)('counts rules technique by technique as sigma-cli does', async () => {
    const folder = corpusFolder(shared!, 'sigma-rules-history.bundle');
    const workspace = await load({ git: folder, include: SIGMA });
    const layer = buildLayers(workspace, assess(workspace)).find(({ id }) => id === 'rules-count')?.layer;
    const counted: Record<string, number> = {};
    for (const { techniqueID, score = 0 } of layer!.techniques) if (score > 0) counted[techniqueID] = score;
    expect(counted).toEqual(taggedFiles(folder, SIGMA));
  });

  test.runIf(shared)('deprecated and unsupported rules are read and never count', async () => {
    const folder = corpusFolder(shared!, 'sigma-rules-history.bundle');
    const { detections } = statsOf(await load({ git: folder, include: ['deprecated/**', 'unsupported/**'] }));
    expect(detections.total).toBeGreaterThan(200);
    expect(detections.counting).toBe(0);
  });
});

describe('Elastic as a folder', () => {
  test.runIf(shared)('rules are read whole, revoked ids resolve', async () => {
    const folder = corpusFolder(shared!, 'elastic-rules.tar.gz');
    const stats = statsOf(await load({ path: folder, include: ['rules/**', 'rules_building_block/**'] }));
    expect(stats.detections).toMatchObject({ total: 2192, mapped: 2085, tacticsOnly: 29, unmapped: 78 });
    expect(stats.techniqueIds).toMatchObject({ written: 451, revoked: 12, unknown: 0 });
  });

  test.runIf(shared)('hunts are read whole', async () => {
    const folder = corpusFolder(shared!, 'elastic-rules.tar.gz');
    const stats = statsOf(await load({ path: folder, include: ['hunting/**'] }));
    expect(stats.playbooks).toMatchObject({ total: 140, mapped: 136 });
  });

  test.runIf(shared)(
    'a parent written on the way to a sub-technique does not count for the parent',
    async () => {
      const folder = corpusFolder(shared!, 'elastic-rules.tar.gz');
      const workspace = await load({ path: folder, include: ['rules/**'] });
      const parents = workspace.detections.flatMap(({ mappings }) => mappings.filter(({ path }) => path));
      expect(parents.length).toBeGreaterThan(1000);
      expect(parents.every(({ id }) => !id.includes('.'))).toBe(true);
    },
  );
});
