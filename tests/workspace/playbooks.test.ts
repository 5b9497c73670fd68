import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/workspace/load-config.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import {
  ADS_STRATEGY,
  HEARTH_HUNT,
  HEARTH_ROW,
  LOCK_HUNT,
  OTRF_HUNT,
  OTRF_NOTEBOOK,
  PEAK_REPORT,
} from '../playbooks/samples.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A workspace of one folder with these files. */
async function workspaceOf(
  files: Record<string, string>,
  role: 'deployed' | 'library' = 'deployed',
): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-playbooks-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'hunts', path)), { recursive: true });
    writeFileSync(join(folder, 'hunts', path), text);
  }
  const config = await parseConfig(
    JSON.stringify({
      sources: [{ name: 'team', path: join(folder, 'hunts'), role }],
      now: '2026-05-01',
      coverage: { playbookWindow: '180d' },
    }),
    join(folder, 'coverbook.yaml'),
  );
  const options = { cacheDir: folder, attackDir: folder, useCache: false, history: false };
  return (await loadWorkspace(config, options)).workspace;
}

const shown = ({ findings }: Workspace, rule: string): string[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map(
      ({ path, range, severity, message, hint }) =>
        `${path}:${range?.line ?? '?'}:${range?.column ?? '?'} ${severity} ${message} (${hint ?? ''})`,
    );

test('a hunt and its notebook are one playbook, at the place of the hunt', async () => {
  const workspace = await workspaceOf({
    'a/metadata.yaml': OTRF_HUNT,
    'a/notebook.md': OTRF_NOTEBOOK,
    'b/notebook.md': OTRF_NOTEBOOK,
  });
  expect(workspace.playbooks).toHaveLength(1);
  expect(workspace.playbooks[0]).toMatchObject({ path: 'a/metadata.yaml', current: true });
  expect(workspace.playbooks[0]?.queries.map(({ language }) => language)).toEqual(['sql', 'kql', 'sql']);
  expect(workspace.playbooks[0]?.dataSources).toHaveLength(1);
  expect(shown(workspace, 'otrf/no-hunt')).toEqual([
    'b/notebook.md:1:1 note Unexpected notebook without a hunt, expected its `metadata.yaml` in the same directory (Add the file that describes the hunt; until then the analytics of the notebook belong to nothing.)',
  ]);
  expect(workspace.accounts.get('team')).toMatchObject({ total: 3, read: 3, ignored: [] });
});

test('hunts of every kind count when their dates are in the window and their authors stand for them', async () => {
  const { playbooks } = await workspaceOf({
    'current.md': HEARTH_HUNT,
    'stale.md': HEARTH_HUNT.replace('status: current', 'status: stale'),
    'old.md': HEARTH_HUNT.replace('2026-01-02', '2024-01-02').replace('2026/3/4', '2025/3/4'),
    'planned.md': LOCK_HUNT.replace('completed', 'planning'),
    'run.md': LOCK_HUNT,
    'report.md': PEAK_REPORT,
  });
  expect(
    Object.fromEntries(playbooks.map(({ path, currentNot }) => [path, currentNot ?? 'current'])),
  ).toEqual({
    'current.md': 'current',
    'stale.md': 'retired',
    'old.md': 'last looked at on 2025-03-04, over 180 days ago',
    'planned.md': 'still a draft',
    'run.md': 'current',
    'report.md': 'current',
  });
});

test('ids in the prose of a mapped hunt are offered to nobody', async () => {
  const { playbooks } = await workspaceOf({
    'mapped.md': HEARTH_HUNT,
    'unmapped.md': '---\ncategory: Flames\nhypothesis: As in T1059.001.\n---\n\nSee T1078.\n',
  });
  expect(playbooks.map(({ path, inferred }) => [path, inferred.map(({ id }) => id)])).toEqual([
    ['mapped.md', []],
    ['unmapped.md', ['T1059.001', 'T1078']],
  ]);
  expect(playbooks[1]?.mappings).toEqual([]);
});

test('an actor ATT&CK does not know is a finding at its place, with the nearest it does know', async () => {
  const workspace = await workspaceOf({
    'own.md':
      '---\ntitle: A\nhypothesis: B\ntechniques: [T1059]\nactors:\n  - G0016\n  - apt29\n  - Wizard Spidr\n  - The Neighbours Downstairs\n---\n',
    'report.md': PEAK_REPORT.replace('APT29, G0032', 'Scatered Spider'),
  });
  expect(shown(workspace, 'playbook/unknown-actor')).toEqual([
    'own.md:8:5 warning Unexpected actor `Wizard Spidr`, expected a group, campaign or software of the loaded ATT&CK version (Did you mean `Wizard Spider`?)',
    'own.md:9:5 warning Unexpected actor `The Neighbours Downstairs`, expected a group, campaign or software of the loaded ATT&CK version (Use an ATT&CK id such as `G0016`, or a name or alias ATT&CK lists.)',
    'report.md:20:1 warning Unexpected actor `Scatered Spider`, expected a group, campaign or software of the loaded ATT&CK version (Did you mean `Scattered Spider`?)',
  ]);
  expect(workspace.findings.find(({ rule }) => rule === 'playbook/unknown-actor')?.item).toBe('team/own');
});

test('outdated ids in front matter and in tables can be put right where they stand, addresses cannot', async () => {
  const workspace = await workspaceOf({
    'hearth.md': HEARTH_HUNT.replace('T1053.005, T1036', 'T1053.005, T1562.001'),
    'lock.md': LOCK_HUNT.replace('T1560.001', 'T1562.001'),
    'row.md': HEARTH_ROW.replace('#T1564.008', '#T1562.001'),
    'peak.md': PEAK_REPORT.replace('T1003.001 -', 'T1562.001 -'),
    'ads.md': ADS_STRATEGY,
    'metadata.yaml': OTRF_HUNT.replace('"005"', '"001"').replace('T1053', 'T1562'),
  });
  const revoked = workspace.findings.filter(({ rule }) => rule === 'mapping/revoked');
  expect(revoked.map(({ path, fix }) => [path, fix?.text])).toEqual([
    ['ads.md', undefined],
    ['hearth.md', 'T1685'],
    ['lock.md', 'T1685'],
    ['metadata.yaml', undefined],
    ['peak.md', 'T1685'],
    ['row.md', 'T1685'],
  ]);
});

test('of several ids in one text each gets its own successor, in the whole text', async () => {
  const workspace = await workspaceOf({
    'a.md': '---\ncategory: Flames\nhypothesis: A\ntechniques: T1562.001, T1562.004\n---\n',
  });
  const revoked = workspace.findings.filter(({ rule }) => rule === 'mapping/revoked');
  expect(revoked.map(({ fix }) => fix?.text)).toEqual(['T1685, T1562.004', 'T1562.001, T1686']);
  for (const { fix } of revoked) expect(fix?.range).toMatchObject({ line: 4, column: 13, endColumn: 33 });
});

test('a hunt of a library is never current and never due, however fresh it is', async () => {
  const files = {
    'new.md': [
      '---',
      'title: A fresh hunt',
      'hypothesis: Somebody starts a script from a share.',
      'techniques: [T1059.001]',
      'reviewed: 2026-04-30',
      'cadence: 30d',
      '---',
      '## Hypothesis',
    ].join('\n'),
  };
  const [own] = (await workspaceOf(files)).playbooks;
  const [offered] = (await workspaceOf(files, 'library')).playbooks;
  expect(own).toMatchObject({ current: true, due: '2026-05-30' });
  expect(offered).toMatchObject({ current: false, currentNot: 'library source' });
  expect(offered).not.toHaveProperty('due');
});
