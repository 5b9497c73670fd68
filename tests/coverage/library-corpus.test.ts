/** SigmaHQ as a library beside the demo team: offered where there is a gap, and never counted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import type { Coverage } from '../../src/coverage/assessment.ts';
import { gapsOf } from '../../src/coverage/gaps.ts';
import { nextSteps } from '../../src/coverage/next-steps.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { parseConfig } from '../../src/workspace/load-config.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';

const shared = corpora('gaps with SigmaHQ as library');
const root = resolve(import.meta.dirname, '../..');
const cacheDir = mkdtempSync(join(tmpdir(), 'coverbook-library-'));
afterAll(() => {
  rmSync(cacheDir, { recursive: true, force: true });
});

const GLOBS = ['rules/**', 'rules-emerging-threats/**', 'rules-threat-hunting/**'];
const TEAM = { name: 'team', path: 'content', exclude: ['library/**', 'docs/**'] };

async function load(sources: object[]): Promise<Workspace> {
  const config = { now: '2026-11-20', sources, threats: ['content/threats/*.yaml'] };
  const parsed = await parseConfig(JSON.stringify(config), join(root, 'coverbook.yaml'));
  const options = { cacheDir, attackDir: cacheDir, useCache: true, history: false };
  return (await loadWorkspace(parsed, options)).workspace;
}

function figures(coverage: Coverage): [string, string, number, number][] {
  return [...coverage.domains.get('enterprise')!.assessments.values()].map(
    ({ technique, level, score, priority }) => [technique, level, score, priority],
  );
}

describe.runIf(shared)('SigmaHQ as library, the demo team deployed', () => {
  test('changes no level, score or priority, and is offered technique by technique', async () => {
    const folder = corpusFolder(shared!, 'sigma-rules-history.bundle');
    const alone = await load([TEAM]);
    const workspace = await load([TEAM, { name: 'sigmahq', path: folder, role: 'library', include: GLOBS }]);
    expect(workspace.detections.length - alone.detections.length).toBe(3754);
    const coverage = assess(workspace);
    expect(figures(coverage)).toEqual(figures(assess(alone)));

    const gaps = gapsOf(workspace, coverage, 'enterprise');
    expect(gaps.map(({ technique }) => technique)).toEqual(
      gapsOf(alone, assess(alone), 'enterprise').map(({ technique }) => technique),
    );
    const bare = gaps.filter(({ missing, closes }) => missing.includes('rule') && closes.library.length > 0);
    expect(bare.length).toBeGreaterThan(50);
    for (const gap of bare) {
      expect(gap.closes.library.every(({ source, counts }) => source === 'sigmahq' && !counts)).toBe(true);
      expect(nextSteps(gap).some((step) => step.startsWith('Deploy “'))).toBe(true);
    }

    // Counted again in the raw text: every rule tagged with a technique that is not deprecated is offered for it.
    const tagged = new Map<string, number>();
    for (const { bytes } of corpusFiles(folder, GLOBS)) {
      const text = Buffer.from(bytes).toString();
      if (/^status: deprecated/m.test(text)) continue;
      const tags = text.matchAll(/^\s*- attack\.(t\d{4}(?:\.\d{3})?)\s*(?:#.*)?$/gim);
      for (const id of new Set([...tags].map(([, tag]) => tag!.toUpperCase())))
        tagged.set(id, (tagged.get(id) ?? 0) + 1);
    }
    const offered = gaps.map(({ technique, closes }) => [technique, closes.library.length]);
    expect(offered).toEqual(gaps.map(({ technique }) => [technique, tagged.get(technique) ?? 0]));
  });
});
