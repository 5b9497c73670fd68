import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import type { SourceStats } from '../../src/coverage/source-stats.ts';
import { collectStats } from '../../src/coverage/stats.ts';
import { parseConfig } from '../../src/workspace/load-config.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';

const shared = corpora('all public rule sets in one workspace');
const cacheDir = mkdtempSync(join(tmpdir(), 'coverbook-all-'));
afterAll(() => {
  rmSync(cacheDir, { recursive: true, force: true });
});

/** Name of the source → archive it is unpacked from. No format is named anywhere. */
const SOURCES = {
  sigma: 'sigma-rules-history.bundle',
  elastic: 'elastic-rules.tar.gz',
  splunk: 'splunk-detections.tar.gz',
  panther: 'panther-rules.tar.gz',
  falco: 'falco-rules.tar.gz',
  chronicle: 'chronicle-community.tar.gz',
  kql: 'kql-markdown.tar.gz',
  car: 'car-analytics.tar.gz',
  otrf: 'threathunter-playbook.tar.gz',
  atomics: 'atomic-red-team.tar.gz',
  regression: 'sigma-regression-info.tar.gz',
} as const;

let loaded: Promise<Workspace> | undefined;

function everything(): Promise<Workspace> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Workspace> {
  const sources = Object.entries(SOURCES).map(([name, archive]) => ({
    name,
    path: corpusFolder(shared!, archive),
  }));
  const config = await parseConfig(
    JSON.stringify({ sources, attack: { domains: ['enterprise', 'mobile', 'ics'] } }),
    '/nowhere/coverbook.yaml',
  );
  const options = { cacheDir, attackDir: cacheDir, useCache: false, history: false };
  return (await loadWorkspace(config, options)).workspace;
}

async function statsOf(source: keyof typeof SOURCES): Promise<SourceStats> {
  const workspace = await everything();
  return collectStats(workspace, assess(workspace)).sources.find(({ name }) => name === source)!;
}

/** How many files of a corpus have a line like this, without any parser. */
function filesWith(source: keyof typeof SOURCES, globs: string[], line: RegExp): number {
  return corpusFiles(corpusFolder(shared!, SOURCES[source]), globs).filter(({ bytes }) =>
    line.test(Buffer.from(bytes).toString()),
  ).length;
}

describe.runIf(shared)('all public rule sets at once, no format named', () => {
  test('hold over 9,000 detections', async () => {
    expect((await everything()).detections.length).toBeGreaterThan(9000);
  });

  test('every file is accounted for, and none is unreadable', async () => {
    const { accounts, sources } = await everything();
    for (const { spec, files, skipped } of sources) {
      const account = accounts.get(spec.name)!;
      const ignored = account.ignored.reduce((sum, { count }) => sum + count, 0);
      expect(account.total, spec.name).toBe(files.length + skipped.length);
      expect(account.read + ignored + account.unreadable.length, spec.name).toBe(account.total);
      expect(account.unreadable, spec.name).toEqual([]);
    }
  });

  test('each rule set is read by its own format and by no other', async () => {
    const { detections, playbooks, exercises } = await everything();
    const formats: Record<string, string[]> = {};
    for (const { source, format } of [...detections, ...playbooks, ...exercises]) {
      const known = (formats[source] ??= []);
      if (!known.includes(format)) known.push(format);
    }
    for (const list of Object.values(formats)) list.sort();
    expect(formats).toEqual({
      sigma: ['sigma'],
      elastic: ['elastic', 'elastic-hunt'],
      splunk: ['splunk', 'splunk-hunt'],
      panther: ['panther'],
      falco: ['falco'],
      chronicle: ['yara-l'],
      kql: ['kql-markdown'],
      car: ['car'],
      otrf: ['otrf'],
    });
  });

  test('items have keys of their own', async () => {
    const { detections, playbooks, exercises } = await everything();
    const keys = [...detections, ...playbooks, ...exercises].map(({ key }) => key.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('Elastic: rules and hunts', async () => {
    const { detections, playbooks } = await statsOf('elastic');
    expect(detections).toMatchObject({ total: 2192, mapped: 2085, tacticsOnly: 29, unmapped: 78 });
    expect(playbooks).toMatchObject({ total: 140, mapped: 136 });
  });

  test('Splunk: a detection or a hunt from every file', async () => {
    const { detections, playbooks } = await statsOf('splunk');
    const hunts = filesWith('splunk', ['**/*.yml'], /^type: Hunting\s*$/m);
    const files = corpusFiles(corpusFolder(shared!, SOURCES.splunk), ['**/*.yml']).length;
    expect(playbooks.total).toBe(hunts);
    expect(detections.total).toBe(files - hunts);
    const mapped = filesWith('splunk', ['**/*.yml'], /^ {2}mitre_attack_id:\s*\n(?:\s*#.*\n)*\s*- *'?T\d/m);
    expect(detections.mapped + playbooks.mapped).toBe(mapped);
  });

  test('Panther: every rule, policy and scheduled rule', async () => {
    const { detections } = await statsOf('panther');
    const rules = filesWith(
      'panther',
      ['**/*.yml'],
      /^AnalysisType: *['"]?(?:rule|scheduled_rule|policy|correlation_rule)['"]?\s*$/m,
    );
    expect(detections.total).toBe(rules);
  });

  test('Falco: many rules in three files', async () => {
    const { detections } = await statsOf('falco');
    expect(detections).toMatchObject({ total: 93, mapped: 79, tacticsOnly: 14, unmapped: 0 });
  });

  test('Google SecOps: 262 by id or address, two more by name', async () => {
    const workspace = await everything();
    const rules = workspace.detections.filter(({ source }) => source === 'chronicle');
    const byName = rules.filter(({ mappings }) => mappings.length > 0 && mappings.every((one) => one.byName));
    const { detections } = await statsOf('chronicle');
    expect(detections).toMatchObject({ total: 348, mapped: 264, tacticsOnly: 1, unmapped: 83 });
    expect(byName).toHaveLength(2);
  });

  test('KQL in Markdown: of 448 pages with a query, three are read-mes and one is a template', async () => {
    const { detections, playbooks } = await statsOf('kql');
    expect(filesWith('kql', ['**/*.md'], /^\s*(?:`{3}|~{3})/m)).toBe(448);
    expect(detections).toMatchObject({ total: 444, mapped: 120, tacticsOnly: 0, unmapped: 324 });
    expect(playbooks.total).toBe(0);
  });

  test('CAR: 102 analytics', async () => {
    const { detections } = await statsOf('car');
    expect(detections).toMatchObject({ total: 102, mapped: 100, unmapped: 2 });
  });

  test('ThreatHunter-Playbook: 26 hunts and nothing else', async () => {
    const { playbooks, detections } = await statsOf('otrf');
    expect(playbooks).toMatchObject({ total: 26, mapped: 26 });
    expect(detections.total).toBe(0);
  });

  test('Atomic Red Team: a catalogue of 1,819 tests, no coverage', async () => {
    const { atomics, detections, playbooks } = await statsOf('atomics');
    expect({ atomics, detections: detections.total, playbooks: playbooks.total }).toEqual({
      atomics: 1819,
      detections: 0,
      playbooks: 0,
    });
    const { detections: rules } = await everything();
    const links = rules.filter(({ source }) => source === 'sigma').flatMap(({ simulations }) => simulations);
    expect(links).toHaveLength(78);
  });

  test('no mapping is taken from MITRE ATLAS', async () => {
    const { detections, playbooks } = await everything();
    const ids = [...detections, ...playbooks].flatMap(({ mappings }) =>
      mappings.map(({ written }) => written),
    );
    expect(ids.filter((id) => /AML\./i.test(id))).toEqual([]);
  });
});
