import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sigmaRule, uuidOf } from '../cli/team.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';

const COVERBOOK = resolve('scripts/coverbook.mjs');
const run = promisify(execFile);

const CONFIG = `title: Plant
site: https://soc.example.org
attack: { domains: [ics] }
coverage: { detectionWindow: 365d, proofWindow: 90d }
threats: [threats.yaml]
sources:
  - name: team
    path: .
    include: ['rules/**', 'hunts/**', 'exercises/**', 'atomics/**', threats.yaml, decisions.yaml, visibility.yaml]
`;

const hunt = (title: string): string => `---
title: ${title}
hypothesis: Somebody changes the program of a controller.
techniques: [T0843]
detections: [${uuidOf('Download')}]
status: active
reviewed: 2026-05-01
---

Look for it.
`;

const DECISIONS = `decisions:
  - techniques: [T0847]
    state: accepted
    reason: Nobody brings media into the plant.
    owner: plant-security
    decided: 2026-05-01
    review: 2026-12-01
`;

const VISIBILITY = `collected:
  - { dataComponents: [Network Traffic Content], logSource: NSM:Flow, quality: 4, since: 2026-01-01 }
`;

const ATOMICS = `attack_technique: T0843
display_name: Program Download
atomic_tests:
  - name: Download a program
    auto_generated_guid: 0b8a3ec6-6c3f-4a0a-9d3e-0f6f2a7c1d11
    description: To a controller that controls nothing.
    supported_platforms: [windows]
    executor: { name: command_prompt, command: download }
`;

const exercise = (outcome: string): string => `title: At the plant
id: EX-1
date: 2026-06-01
results:
  - { technique: T0859, outcome: ${outcome}, detections: [${uuidOf('Accounts')}] }
`;

const profile = (weight: number): string => `title: Profile
id: profile
actors:
  - { actor: G0034, weight: ${String(weight)} }
`;

const related = `related: [{ id: ${uuidOf('Download')}, type: similar }]`;

/** What happens to the team's repository, and on which day. */
const EVENTS: [what: string, on: string, files: Record<string, string | null>][] = [
  ['nothing that is read', '2026-06-02', { 'README.md': 'Rules of the plant.' }],
  [
    'a rule gets another title',
    '2026-06-02',
    {
      'rules/download.yml': sigmaRule('Download', ['attack.t0843']).replace(
        'title: Download',
        'title: Program download',
      ),
    },
  ],
  // What stands together here shows on no page that another of them shows on: none hides what another leaves out.
  [
    'a rule comes to a technique that has some, and an exercise missed what it had detected',
    '2026-06-02',
    {
      'rules/new.yml': sigmaRule('Newcomer', ['attack.t0843'], related),
      'exercises/one.yaml': exercise('missed'),
    },
  ],
  [
    'a hunt that names a rule gets another title, and two rules take the way of each other',
    '2026-06-02',
    {
      'hunts/one.md': hunt('Programs that changed'),
      'rules/a.yml': sigmaRule('Second', ['attack.t0807']),
      'rules/b.yml': sigmaRule('First', ['attack.t0807']),
    },
  ],
  ['a rule others name goes', '2026-06-02', { 'rules/download.yml': null }],
  ['the windows pass', '2027-03-01', { 'README.md': 'Rules of the plant, a year on.' }],
  ['the profile weighs otherwise', '2027-03-02', { 'threats.yaml': profile(2) }],
];

test('after any change, a build makes what one from nothing makes, and makes few pages anew', async () => {
  const team = makeRepository({
    remote: 'https://github.com/example/plant.git',
    date: '2026-06-01T10:00:00Z',
    files: {
      'coverbook.yaml': CONFIG,
      'threats.yaml': profile(5),
      'rules/download.yml': sigmaRule('Download', ['attack.t0843']),
      'rules/similar.yml': sigmaRule('Similar', ['attack.t0843'], related),
      'rules/accounts.yml': sigmaRule('Accounts', ['attack.t0859']),
      'rules/a.yml': sigmaRule('First', ['attack.t0807']),
      'rules/b.yml': sigmaRule('Second', ['attack.t0807']),
      'rules/quiet.yml': sigmaRule('Quiet', []),
      'hunts/one.md': hunt('Programs'),
      'exercises/one.yaml': exercise('detected'),
      'atomics/T0843/T0843.yaml': ATOMICS,
      'decisions.yaml': DECISIONS,
      'visibility.yaml': VISIBILITY,
    },
  });
  const out = temporaryFolder();
  const keeping = join(out, 'kept');
  const build = async (folder: string, cache?: string, ...more: string[]): Promise<number> => {
    const args = [
      COVERBOOK,
      'build',
      '--config',
      join(team.folder, 'coverbook.yaml'),
      '--out',
      folder,
      ...more,
    ];
    const env = cache === undefined ? process.env : { ...process.env, COVERBOOK_CACHE: cache };
    const { stderr } = await run(process.execPath, args, { env });
    return Number(/\((\d+) as they were\)/.exec(stderr)?.[1] ?? 0);
  };
  await build(keeping);

  const kept: Record<string, number> = {};
  for (const [what, on, files] of EVENTS) {
    team.commit(files, `${on}T10:00:00Z`);
    const anew = join(out, 'anew');
    [kept[what]] = await Promise.all([build(keeping), build(anew, temporaryFolder())]);
    expect(contentsOf(keeping), what).toEqual(contentsOf(anew));
    rmSync(anew, { recursive: true });
  }

  // With nothing kept at all, compiled code neither.
  const bare = join(out, 'bare');
  await build(bare, undefined, '--no-cache');
  expect(contentsOf(keeping)).toEqual(contentsOf(bare));

  const { 'nothing that is read': all, 'the profile weighs otherwise': none, ...others } = kept;
  expect(none).toBe(0);
  expect(all).toBeGreaterThan(20);
  // The page of a technique bears the day.
  for (const [what, on] of EVENTS)
    if (what in others) expect(others[what], what).toBeGreaterThan(on === '2026-06-02' ? 80 : 25);

  // A page somebody touched is not taken for the one that was written, and a folder that is gone is made again.
  const page = join(keeping, 'detections/team/quiet/index.html');
  const before = contentsOf(keeping);
  writeFileSync(page, `${readFileSync(page, 'utf8')}<!-- touched -->`);
  await build(keeping);
  expect(contentsOf(keeping)).toEqual(before);
  rmSync(keeping, { recursive: true });
  expect(await build(keeping)).toBe(0);
  expect(contentsOf(keeping)).toEqual(before);
}, 600_000);

/** Digest of each file, by its path. */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  );
}
