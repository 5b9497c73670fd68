import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../git-repository.ts';
import { runCli, type CliResult } from './run-cli.ts';
import { makeFolder, sigmaRule, TEAM_FILES } from './team.ts';

const ATOMICS = `attack_technique: T1003.001
display_name: 'OS Credential Dumping: LSASS Memory'
atomic_tests:
  - name: |
      Dump LSASS
      with a tool: #1
    auto_generated_guid: 0BE2230C-9AB3-4AC2-8826-3199B9A0EBF8
    supported_platforms: [windows]
    executor: { name: command_prompt, elevation_required: true, command: whoami }
`;

const FILES = { ...TEAM_FILES, 'content/atomics/T1003.001/T1003.001.yaml': ATOMICS };

function coverbook(folder: string, ...args: string[]): Promise<CliResult> {
  const cache = temporaryFolder();
  return runCli(folder, args, { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache });
}

async function errorsOf(folder: string): Promise<string[]> {
  const { stdout } = await coverbook(folder, 'lint', '--json');
  const { findings } = JSON.parse(stdout) as { findings: { severity: string; rule: string; path: string }[] };
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, path }) => `${path} ${rule}`);
}

test('a playbook says who does what, where it shows, and how to prove the hunt; it lints as it stands', async () => {
  const folder = makeFolder(FILES);
  const { code, stdout, stderr } = await coverbook(
    folder,
    'new',
    'playbook',
    '--technique',
    'T1003.001',
    '--actor',
    'APT33',
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe('content/playbooks/os-credential-dumping-lsass-memory-apt33.md\n');
  expect(readFileSync(join(folder, stdout.trim()), 'utf8')).toMatchInlineSnapshot(`
    "---
    title: Credential access by way of LSASS Memory
    hypothesis: >-
      An intruder who works like APT33 reads passwords and tickets out of the memory of LSASS
      (T1003.001): secrets would be read, asked for or tried by a process or an account that has no
      business with them.
    techniques: [T1003.001]
    actors: [G0064]
    platforms: [Windows]
    dataSources:
      - User Account Metadata (WinEventLog:Security)
      - Process Creation (WinEventLog:Sysmon)
      - Process Access (WinEventLog:Sysmon)
      - File Creation (WinEventLog:Sysmon)
      - Windows Registry Key Modification (WinEventLog:Sysmon)
    status: draft
    created: '2026-11-20'
    cadence: quarterly
    references: [https://attack.mitre.org/techniques/T1003/001/]
    ---

    ## Hypothesis

    An intruder who works like APT33 reads passwords and tickets out of the memory of LSASS (T1003.001): secrets would be read, asked for or tried by a process or an account that has no business with them.

    ## ABLE

    | Element | For this hunt |
    | --- | --- |
    | Actor | APT33 (G0064) |
    | Behaviour | OS Credential Dumping: LSASS Memory (T1003.001) |
    | Location | Windows |
    | Evidence | User Account Metadata, Process Creation, Process Access, File Creation and Windows Registry Key Modification |

    ## Preparation

    1. Write down who does this as part of their work, from where, and how often.
    2. Check that the data above reaches the platform the hunt runs on, for every system in its location.
    3. Read ATT&CK’s analytics: AN1030 (Windows).

    ## Execution

    1. Count the behaviour over 30 days by host, user and program; what many share comes last.
    2. Take away what the preparation explains. Look at every event that is left.
    3. For each, follow the host and the user an hour back and an hour on.

    ## Analysis

    An event is harmless when its owner explains it and the explanation holds for the whole chain. All others are findings.

    ## False positives

    To be filled in by the first run.

    ## Blind spots

    Systems that send none of the data above.

    ## Validation

    Run one of these first; the hunt must find it:

    - Dump LSASS with a tool: #1 (0be2230c-9ab3-4ac2-8826-3199b9a0ebf8)

    ## Response

    Keep the host and the account as they are, tell the incident lead, and note the run above.
    "
  `);
  expect(await errorsOf(folder)).toEqual([]);
  const backlog = await coverbook(folder, 'backlog', '--json', '--kind', 'never-hunted');
  expect(backlog.stdout).toContain('1 draft would: “Credential access by way of LSASS Memory”');
});

test('a use nobody reported is said to be none', async () => {
  const folder = makeFolder(FILES);
  const { code, stderr } = await coverbook(
    folder,
    'new',
    'playbook',
    '--technique',
    'T1003.001',
    '--actor',
    'G0016',
  );
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: 'No report has APT29 use T1003.001: check the hypothesis.\n',
  });
});

test('a detection has tags and a log source, and counts only once a person says what it detects', async () => {
  const folder = makeFolder(FILES);
  const { code, stdout } = await coverbook(
    folder,
    ...['new', 'detection', '--technique', 'T1110.003', '--actor', 'G0016'],
  );
  expect(code).toBe(0);
  const path = join(folder, stdout.trim());
  const text = readFileSync(path, 'utf8');
  expect(load(text)).toMatchObject({
    title: 'Brute Force: Password Spraying',
    id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string,
    status: 'experimental',
    date: '2026-11-20',
    tags: ['attack.credential-access', 'attack.t1110.003', 'attack.g0016'],
    logsource: { product: 'windows', service: 'security' },
  });
  expect(await errorsOf(folder)).toEqual([
    `${stdout.trim().replace('content/', '')} sigma/missing-detection`,
  ]);
  const level = async (): Promise<unknown> =>
    (JSON.parse((await coverbook(folder, 'explain', 'T1110.003', '--json')).stdout) as { level: string })
      .level;
  expect(await level()).toBe('none');
  writeFileSync(
    path,
    text.replace(/^# detection:\n(?:#   .*\n)+/m, (block) => block.replaceAll(/^# /gm, '')),
  );
  expect(await errorsOf(folder)).toEqual([]);
  expect(await level()).toBe('claimed');
});

test('a rule goes where rules that read the same log are kept', async () => {
  const other = (title: string): string =>
    sigmaRule(title, ['attack.t1105']).replace('process_creation', 'file_event');
  const folder = makeFolder({
    'coverbook.yaml': TEAM_FILES['coverbook.yaml'] ?? '',
    'content/rules/file/one.yml': other('One'),
    'content/rules/file/two.yml': other('Two'),
    'content/rules/process/three.yml': sigmaRule('Three', ['attack.t1059.001']),
  });
  const { stdout } = await coverbook(folder, 'new', 'detection', '--technique', 'T1059.001');
  expect(stdout).toBe('content/rules/process/command-and-scripting-interpreter-powershell.yml\n');
});

test('an exercise has each known test, and one of your own where there is none; outcomes are for people', async () => {
  const folder = makeFolder(FILES);
  const { code, stdout } = await coverbook(folder, 'new', 'exercise', '--technique', 'T1003.001,T1110.003');
  expect(code).toBe(0);
  const path = join(folder, stdout.trim());
  const text = readFileSync(path, 'utf8');
  expect(text).toMatchInlineSnapshot(`
    "title: 'Test of OS Credential Dumping: LSASS Memory, Brute Force: Password Spraying'
    date: '2026-11-20'
    environment: lab
    # Write down each outcome, the misses too: detected, alerted, blocked, logged, missed, executed.
    results:
      # Dump LSASS with a tool: #1, windows, command_prompt, elevated
      - technique: T1003.001
        test: "0be2230c-9ab3-4ac2-8826-3199b9a0ebf8"
        outcome:
      # Brute Force: Password Spraying: a test of your own
      - technique: T1110.003
        outcome:
    "
  `);
  expect(await errorsOf(folder)).toEqual(
    Array<string>(2).fill(`${stdout.trim().replace('content/', '')} exercise/invalid-field`),
  );
  writeFileSync(path, text.replaceAll('outcome:', 'outcome: alerted'));
  expect(await errorsOf(folder)).toEqual([]);
  const { stdout: explained } = await coverbook(folder, 'explain', 'T1110.003', '--json');
  expect(JSON.parse(explained)).toMatchObject({ level: 'proven' });
});

test('an exercise after an actor has what that actor does and the catalogue has tests of', async () => {
  const folder = makeFolder(FILES);
  const { stdout } = await coverbook(folder, 'new', 'exercise', '--actor', 'APT33');
  expect(stdout).toBe('content/exercises/2026-11-emulation-apt33.yaml\n');
  expect(load(readFileSync(join(folder, stdout.trim()), 'utf8'))).toEqual({
    title: 'Emulation of APT33',
    date: '2026-11-20',
    environment: 'lab',
    actors: ['G0064'],
    results: [{ technique: 'T1003.001', test: '0be2230c-9ab3-4ac2-8826-3199b9a0ebf8', outcome: null }],
  });
});

test('a file that has the name already is left as it is', async () => {
  const folder = makeFolder(FILES);
  const write = (): Promise<CliResult> =>
    coverbook(folder, 'new', 'playbook', '--technique', 'T1105', '--into', 'content/new');
  const first = await write();
  writeFileSync(join(folder, first.stdout.trim()), 'mine');
  expect(await write()).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'coverbook: content/new/ingress-tool-transfer.md is there already, and is left as it is.\n' +
      '  Rename it, or name another folder with --into.\n',
  });
  expect(readFileSync(join(folder, first.stdout.trim()), 'utf8')).toBe('mine');
});

test('it names the sources where none would read the file', async () => {
  const folder = makeFolder({
    'coverbook.yaml': 'sources: [{ name: theirs, path: content, role: library }]\n',
    'content/one.yml': sigmaRule('One', ['attack.t1105']),
  });
  const { code, stderr } = await coverbook(folder, 'new', 'playbook', '--technique', 'T1105');
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /No source of .*coverbook\.yaml would read a new file named ingress-tool-transfer\.md\./,
  );
});

test.each([
  [['playbook'], /--technique <id>' not specified/],
  [['playbook', '--technique', 'T9999'], /No active technique `T9999`/],
  [['detection', '--technique', 'T1105', '--actor', 'APT0'], /Unknown actor `APT0`/],
  [['exercise'], /about techniques or about an actor/],
  [['exercise', '--actor', 'G0049'], /No test in the sources/],
  [['hunt'], /unknown command 'hunt'/],
])('%j is wrong usage', async (args, said) => {
  const folder = makeFolder(TEAM_FILES);
  const { code, stdout, stderr } = await coverbook(folder, 'new', ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(said);
});
