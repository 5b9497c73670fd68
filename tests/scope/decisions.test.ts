import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { displayPaths } from '../../src/lint/display-path.ts';
import { loadConfig } from '../../src/workspace/load-config.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A workspace of these files beside a config with these lines. */
async function workspaceOf(scope: string, files: Record<string, string> = {}): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-scope-'));
  folders.push(folder);
  for (const [path, text] of Object.entries({ 'content/.keep': '', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const sources = [
    'sources:',
    '  - { name: team, path: content }',
    ...('library/decisions.yaml' in files ? ['  - { name: shelf, path: library, role: library }'] : []),
  ];
  writeFileSync(join(folder, 'coverbook.yaml'), [...sources, "now: '2026-07-01'", scope].join('\n'));
  const config = await loadConfig(join(folder, 'coverbook.yaml'));
  const options = { cacheDir: folder, attackDir: folder, useCache: false, history: false };
  return (await loadWorkspace(config, options)).workspace;
}

const told = ({ findings }: Workspace): string[] =>
  findings.map(
    ({ source, path, range, rule, severity, message, hint }) =>
      `${source} ${path}:${range?.line ?? '?'} ${rule} ${severity}: ${message}. ${hint ?? ''}`,
  );

const decision = (techniques: string, more = '') =>
  `  - techniques: ${techniques}\n    state: accepted\n    reason: Ours to say.\n${more}`;

test('decisions of the config come first, then those of files, each in its place', async () => {
  const { decisions, findings } = await workspaceOf(
    'scope:\n  decisions:\n    - { techniques: T1200, state: out-of-scope, reason: In the config. }\n',
    { 'content/decisions/2026.yaml': `decisions:\n${decision('[T1123]', '    owner: board\n')}` },
  );
  expect(findings).toEqual([]);
  expect(
    decisions.map(({ path, source, owner, mappings }) => [path, source, owner, mappings[0]?.resolved]),
  ).toEqual([
    ['coverbook.yaml', undefined, undefined, 'T1200'],
    ['decisions/2026.yaml', 'team', 'board', 'T1123'],
  ]);
});

test('what a library decides is not the team’s word', async () => {
  const { decisions } = await workspaceOf('', {
    'library/decisions.yaml': `decisions:\n${decision('[T1123]')}`,
  });
  expect(decisions).toEqual([]);
});

describe('a technique that is unknown or out of date is a finding', () => {
  test('in a file, at its line', async () => {
    const workspace = await workspaceOf('', {
      'content/decisions.yaml': `decisions:\n${decision('\n      - T1562.001\n      - T9999')}`,
    });
    expect(workspace.findings.map(({ rule, path, range }) => [rule, path, range?.line])).toEqual([
      ['mapping/revoked', 'decisions.yaml', 3],
      ['mapping/unknown', 'decisions.yaml', 4],
    ]);
    const { assessments } = assess(workspace).domains.get('enterprise')!;
    expect(assessments.get('T1685')?.scope.state).toBe('accepted');
  });

  test('in the config, at its line, named relative to where a command runs', async () => {
    const workspace = await workspaceOf(
      'scope:\n  decisions:\n    - techniques: [T1200, T1562.001]\n      state: accepted\n      reason: x\n    - { techniques: T9999, state: accepted, reason: x }\n',
    );
    expect(
      workspace.findings.map(({ rule, source, path, range }) => [rule, source, path, range?.line]),
    ).toEqual([
      ['mapping/revoked', '(config)', 'coverbook.yaml', 6],
      ['mapping/unknown', '(config)', 'coverbook.yaml', 9],
    ]);
    expect(workspace.findings[0]?.range).toMatchObject({ column: 27, endColumn: 36 });
    const pathOf = displayPaths(workspace.sources, dirname(workspace.config.root), workspace.config.root);
    expect(pathOf(workspace.findings[0]!)).toMatch(/^coverbook-scope-\w+\/coverbook\.yaml$/);
  });
});

test('a review date is overdue from the day after', async () => {
  const reviews = ['2026-06-30', '2026-07-01', '2026-07-02'];
  const ids = ['T1200', 'T1123', 'T1125'];
  const workspace = await workspaceOf('', {
    'content/decisions.yaml': `decisions:\n${reviews
      .map((review, index) => decision(ids[index]!, `    owner: board\n    review: ${review}\n`))
      .join('')}`,
  });
  expect(told(workspace)).toEqual([
    'team decisions.yaml:6 scope/review-overdue warning: Unexpected review date `2026-06-30` in the past, expected 2026-07-01 or later. Decide again with board: set a new date, or take the decision out.',
  ]);
  const { assessments } = assess(workspace).domains.get('enterprise')!;
  expect(ids.map((id) => assessments.get(id)?.scope)).toMatchObject([
    { state: 'accepted', reviewDue: true },
    { state: 'accepted' },
    { state: 'accepted' },
  ]);
  expect(assessments.get('T1123')?.scope).not.toHaveProperty('reviewDue');
});

test('of two decisions on one technique the first stands, and the second is told apart', async () => {
  const workspace = await workspaceOf(
    'scope:\n  decisions:\n    - { techniques: [T1200, T1200], state: out-of-scope, reason: First. }\n',
    {
      'content/a.yaml': `decisions:\n${decision('[T1123, T1200]')}${decision('[T1542]')}`,
      'content/b.yaml': `decisions:\n${decision('\n    - T1542.001\n    - T1123')}`,
    },
  );
  expect(told(workspace)).toEqual([
    'team a.yaml:2 scope/contradicts warning: Unexpected second decision `accepted` on `T1200`, expected `out-of-scope` as in coverbook.yaml. Keep one of the two: until then the first stands.',
    'team b.yaml:4 scope/repeated note: Unexpected second decision on `T1123`, expected one; that of a.yaml stands. Keep one of the two: reason, owner and review date of this one are not used.',
  ]);
  const { assessments } = assess(workspace).domains.get('enterprise')!;
  expect(assessments.get('T1200')?.scope).toMatchObject({ state: 'out-of-scope', reason: 'First.' });
});

test('a platform no loaded domain has is a finding with what to write', async () => {
  const workspace = await workspaceOf('scope:\n  platforms: [windows, Linx, Azure AD, Mainframe]\n');
  expect(
    workspace.findings.map(({ rule, path, range, message, hint }) => [
      `${rule} ${path}:${range?.line ?? '?'}:${range?.column ?? '?'}`,
      message,
      hint,
    ]),
  ).toEqual([
    [
      'scope/unknown-platform coverbook.yaml:5:24',
      'Unexpected platform `Linx`, expected one of the loaded ATT&CK version',
      'Did you mean `Linux`?',
    ],
    [
      'scope/unknown-platform coverbook.yaml:5:30',
      'Unexpected platform `Azure AD`, expected one of the loaded ATT&CK version',
      'ATT&CK calls it `Identity Provider` now.',
    ],
    [
      'scope/unknown-platform coverbook.yaml:5:40',
      'Unexpected platform `Mainframe`, expected one of the loaded ATT&CK version',
      expect.stringMatching(/^ATT&CK knows .*`Windows`/),
    ],
  ]);
});

test('a file of decisions is accounted for as read, and one that cannot be read as that', async () => {
  const { accounts } = await workspaceOf('', {
    'content/good.yaml': `decisions:\n${decision('[T1200]', '    review: soon\n')}`,
    'content/bad.yaml': 'decisions:\n  - techniques: [T1123]\n    state: never\n    reason: x\n',
  });
  expect(accounts.get('team')).toMatchObject({ total: 3, read: 1, unreadable: ['bad.yaml'] });
});
