import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCli, type CliResult } from './run-cli.ts';
import { makeFolder, sigmaRule, TEAM_FILES } from './team.ts';

/** The test team with two profiles of few techniques, a library, and platforms. */
const FILES: Record<string, string> = {
  ...TEAM_FILES,
  'coverbook.yaml': `title: Test team
now: "2026-11-20"
sources:
  - { name: team, path: content }
  - { name: library, path: library, role: library }
threats: [content/threats/*.yaml]
scope: { platforms: [Windows, Linux] }
`,
  'content/threats/a.yaml': `title: Our actors
id: ours
actors:
  - { actor: G0034, weight: 3, reason: Spill-over into logistics }
  - { actor: Night Crew, weight: 8, own: true }
procedures:
  - { technique: T1053.005, actor: Night Crew, text: A task ran at every sign-in., date: 2026-02-03 }
  - { technique: T1547.001, actor: Night Crew }
`,
  'content/threats/b.yaml': `title: Somebody else
id: others
actors: [{ actor: FIN8, weight: 2 }]
`,
  'library/shells.yml': sigmaRule('Web shell writes', ['attack.persistence', 'attack.t1505.003']),
};

let team: string;
let cache: string;

beforeAll(() => {
  team = makeFolder(FILES);
  cache = mkdtempSync(join(tmpdir(), 'coverbook-cache-'));
});
afterAll(() => {
  for (const folder of [team, cache]) rmSync(folder, { recursive: true, force: true });
});

function coverbook(...args: string[]): Promise<CliResult> {
  return runCli(team, args, { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache });
}

async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await coverbook(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(104);
  return stdout;
}

describe('coverbook gaps', () => {
  test('ranks them, says why, and what to do', async () => {
    expect(await printed('gaps', '--limit', '3')).toMatchInlineSnapshot(`
      "59 gaps in ATT&CK enterprise 19.1 for “Our actors” (ours)

      Priority  Technique                                                Level   Missing
            90  T1053.005  Scheduled Task/Job: Scheduled Task            hunted  rule
                Night Crew and Sandworm Team use it; no rule that counts detects it.
                → Write a rule: no source has one.

            55  T1547.001  Boot or Logon Autostart Execution: Registry…  proven  hunt
                Night Crew uses it; no current playbook hunts for it.
                → Start a hunt: \`coverbook backlog --start T1547.001\`.

            27  T1003.001  OS Credential Dumping: LSASS Memory           failed  miss, rule, hunt
                Sandworm Team uses it; the newest exercise missed it, no rule that counts detects it and
                no current playbook hunts for it.
                → Find out why the exercise missed it, mend the rule or the log, and run it again.
                → Write a rule: no source has one.
                → Start a hunt: \`coverbook backlog --start T1003.001\`.

      56 more: --limit 59
      "
    `);
  });

  test('can be narrowed by tactic, platform, actor and what is missing', async () => {
    expect(await printed('gaps', '--actor', 'night crew', '--missing', 'test,proof,hunt'))
      .toMatchInlineSnapshot(`
      "1 gap in ATT&CK enterprise 19.1 for “Our actors” (ours)

      Priority  Technique                                                Level   Missing
            55  T1547.001  Boot or Logon Autostart Execution: Registry…  proven  hunt
                Night Crew uses it; no current playbook hunts for it.
                → Start a hunt: \`coverbook backlog --start T1547.001\`.
      "
    `);
    const ids = async (...args: string[]): Promise<string[]> =>
      (JSON.parse(await jsonOf('gaps', ...args)) as { gaps: { technique: string }[] }).gaps.map(
        ({ technique }) => technique,
      );
    const all = await ids();
    const linux = await ids('--platform', 'linux');
    expect(linux.length).toBeGreaterThan(0);
    expect(linux.length).toBeLessThan(all.length);
    expect(await ids('--tactic', 'TA0010')).toEqual(await ids('--tactic', 'Exfiltration'));
    expect(await ids('--limit', '2')).toEqual(all.slice(0, 2));
  });

  test('another profile has gaps of its own, and an actor of none is ranked alone', async () => {
    expect(await printed('gaps', '--profile', 'others', '--limit', '1')).toContain(
      'for “Somebody else” (others)',
    );
    expect(await printed('gaps', '--actor', 'APT29', '--limit', '1')).toContain(
      'for APT29 alone, whom the threat profile does not name',
    );
  });

  test.each([
    [['--platform', 'Windwos'], 'Unknown platform `Windwos`.', 'Did you mean `Windows`?'],
    [['--tactic', 'exfiltraton'], 'Unknown tactic `exfiltraton`.', 'Did you mean `exfiltration`?'],
    [['--actor', 'Sandwurm Team'], 'Unknown actor `Sandwurm Team`.', 'Did you mean `Sandworm Team`?'],
    [['--missing', 'rule,tst'], 'Unknown kind of gap `tst`.', 'Did you mean `test`?'],
    [['--profile', 'other'], 'Unknown profile `other`.', 'Did you mean `others`?'],
    [['--domain', 'cloud'], 'Unknown domain `cloud`.', 'Expected one of: enterprise.'],
  ])('%j is wrong usage, and the nearest word is named', async (args, message, hint) => {
    const { code, stdout, stderr } = await coverbook('gaps', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`coverbook: ${message}\n  ${hint}\n`);
  });

  test.each(['0', '-1', 'many', '1.5'])('--limit %s is wrong usage', async (limit) => {
    expect((await coverbook('gaps', '--limit', limit)).code).toBe(2);
  });
});

describe('coverbook backlog', () => {
  test('lists what is due, then what nobody ever hunted', async () => {
    expect(await printed('backlog', '--limit', '3')).toMatchInlineSnapshot(`
      "Hunt backlog as of 2026-11-20 for “Our actors” (ours)

      Never hunted: 58 techniques
        55  T1547.001  Registry Run Keys / Startup Folder
              Night Crew uses it, and no playbook ever looked for it (proven: our environment saw it).
        27  T1003.001  LSASS Memory
              Sandworm Team uses it, and no playbook ever looked for it (failed: it was executed here and
              missed).
        27  T1003.003  NTDS
              Sandworm Team uses it, and no playbook ever looked for it (none: nothing speaks for it).
        and 55 more

      \`coverbook backlog --start T1234\` prints a playbook file to start a hunt from.
      "
    `);
  });

  test('one kind alone', async () => {
    const report = JSON.parse(await jsonOf('backlog', '--kind', 'overdue,stale')) as { items: unknown[] };
    expect(report.items).toEqual([]);
    const { code, stderr } = await coverbook('backlog', '--kind', 'never-hunt');
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean `never-hunted`?');
  });

  test('prints a playbook file that the next run reads as a draft', async () => {
    const text = await printedFile('backlog', '--start', 't1505.003');
    expect(parse(text.split('---\n')[1] ?? '')).toMatchObject({
      techniques: ['T1505.003'],
      actors: ['G0034'],
      platforms: ['Linux', 'Windows'],
      status: 'draft',
      created: '2026-11-20',
    });
    const other = makeFolder({ ...FILES, 'content/playbooks/started.md': text });
    const env = { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache };
    const { stdout } = await runCli(other, ['lint', '--json'], env);
    const { findings } = JSON.parse(stdout) as { findings: { path: string }[] };
    expect(findings.filter(({ path }) => path.includes('started'))).toEqual([]);
    const backlog = await runCli(other, ['backlog', '--json'], env);
    const { items } = JSON.parse(backlog.stdout) as { items: { technique?: string; because: string }[] };
    expect(items.find(({ technique }) => technique === 'T1505.003')?.because).toContain('1 draft would: “');
    rmSync(other, { recursive: true, force: true });
  });

  test('a playbook can be started for a revoked id and for what is covered; not for an unknown one', async () => {
    expect(await printedFile('backlog', '--start', 'T1562.001')).toContain('techniques: [T1685]');
    expect(await printedFile('backlog', '--start', 'T1547.001')).toContain('techniques: [T1547.001]');
    expect((await coverbook('backlog', '--start', 'T9999')).code).toBe(2);
  });
});

describe('coverbook actors', () => {
  test('shows the profile’s actors side by side', async () => {
    expect(await printed('actors')).toMatchInlineSnapshot(`
      "Actors of “Our actors” (ours)

      Weight  Actor                      Domain      Techniques   Covered  With proof  Failed  Open
           8  night-crew  Night Crew     enterprise           2  1 (50 %)    1 (50 %)       0     1
           3  G0034       Sandworm Team  enterprise          58   1 (2 %)     0 (0 %)       1    56
      "
    `);
  });

  test('shows one in depth, by tactic, with its gaps', async () => {
    expect(await printed('actors', '--actor', 'Night Crew')).toMatchInlineSnapshot(`
      "Night Crew (the team’s own actor), weight 8

      ATT&CK enterprise 19.1: 1 (50 %) of 2 techniques covered, 1 tested or proven

      Execution: 0 of 1 covered
        hunted  T1053.005  Scheduled Task  in our profile

      Persistence: 1 of 2 covered
        hunted  T1053.005  Scheduled Task                      in our profile
        proven  T1547.001  Registry Run Keys / Startup Folder  in our profile

      Privilege Escalation: 1 of 2 covered
        hunted  T1053.005  Scheduled Task                      in our profile
        proven  T1547.001  Registry Run Keys / Startup Folder  in our profile

      2 gaps for “Our actors” (ours)

      Priority  Technique                                                Level   Missing
            90  T1053.005  Scheduled Task/Job: Scheduled Task            hunted  rule
                Night Crew and Sandworm Team use it; no rule that counts detects it.
                → Write a rule: no source has one.

            55  T1547.001  Boot or Logon Autostart Execution: Registry…  proven  hunt
                Night Crew uses it; no current playbook hunts for it.
                → Start a hunt: \`coverbook backlog --start T1547.001\`.
      "
    `);
  });

  test('JSON has all actors, or the one that is asked for', async () => {
    const all = JSON.parse(await jsonOf('actors')) as { actors: { id: string }[]; profile: object };
    expect(all.profile).toEqual({ id: 'ours', title: 'Our actors' });
    expect(all.actors.slice(0, 2).map(({ id }) => id)).toEqual(['night-crew', 'G0034']);
    expect(all.actors.length).toBeGreaterThan(1000);
    expect(JSON.parse(await jsonOf('actors', '--actor', 'Night Crew'))).toMatchObject({
      actors: [
        {
          id: 'night-crew',
          type: 'own',
          weight: 8,
          total: 2,
          covered: 1,
          withProof: 1,
          techniques: ['T1053.005', 'T1547.001'],
          procedures: { 'T1053.005': [{ text: 'A task ran at every sign-in.', date: '2026-02-03' }] },
        },
      ],
    });
  });

  test('without a profile shows the groups that do most', async () => {
    const alone = makeFolder(TEAM_FILES);
    const { stdout } = await runCli(alone, ['actors', '--limit', '2'], { COVERBOOK_CACHE: cache });
    expect(stdout.split('\n')[0]).toBe('Groups of ATT&CK by how much they do (no threat profile)');
    expect(stdout).toMatch(/\n\d+ more: --limit \d+\n$/);
    rmSync(alone, { recursive: true, force: true });
  });
});

test('explain names the users with their weights, and what is missing', async () => {
  expect(await printed('explain', 'T1053.005')).toMatchInlineSnapshot(`
    "T1053.005 Scheduled Task (ATT&CK enterprise 19.1)

    Level      hunted: somebody looks for it
    Score      10 of 100
    Scope      in scope
    Relevance  100 of 100: used by Night Crew and Sandworm Team
    Priority   90 of 100: relevance 100, times the 90 % its score lacks
    Missing    rule

    Why
      - 1 current playbook: “Scheduled tasks that outlive their creator”.

    Arithmetic
      first current playbook   +10
      score                     10

    Freshness: a playbook was looked at on 2026-10-01, 50 days ago; 0 of 1 item past their window.

    Used by, with their weight in the threat profile
        8  Night Crew
        3  Sandworm Team (G0034)
    "
  `);
});

test('stats tell scope, robustness, freshness and profiles', async () => {
  expect(await printed('stats')).toMatchInlineSnapshot(`
    "As of 2026-11-20

    team (deployed)
      3 detections: 3 mapped to techniques, 0 to tactics only, 0 to nothing; 3 count
      1 playbooks: 1 mapped, 1 current
      1 exercises, 0 tests that could be run
      robustness: 100 % behaviour
      0 of 4 items in use are past their window
      8 files: 8 read, 0 ignored, 0 unreadable
      3 distinct technique ids written, 1 revoked, 0 deprecated, 0 unknown

    library (library)
      1 detections: 1 mapped to techniques, 0 to tactics only, 0 to nothing; 0 count
      0 playbooks: 0 mapped, 0 current
      0 exercises, 0 tests that could be run
      robustness: 100 % behaviour
      1 files: 1 read, 0 ignored, 0 unreadable
      1 distinct technique ids written, 0 revoked, 0 deprecated, 0 unknown

    ATT&CK enterprise 19.1: 6 of 507 techniques covered, 190 out of scope
      497 none, 2 hunted, 4 claimed, 1 tested, 1 proven, 2 failed

    Threat profile “Our actors” (ours): 2 actors, techniques they use: 80 of enterprise
    Threat profile “Somebody else” (others): 1 actor, techniques they use: 36 of enterprise

    Findings: 0 errors, 1 warnings, 0 notes
    "
  `);
});

test('the API files say the same as the commands', async () => {
  const { code } = await coverbook('layers', '--out', 'out', '--quiet');
  expect(code).toBe(0);
  for (const name of ['gaps', 'backlog', 'actors'] as const)
    expect(JSON.parse(readFileSync(join(team, 'out/api', `${name}.json`), 'utf8'))).toEqual(
      JSON.parse(await jsonOf(name)),
    );
});

async function jsonOf(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await coverbook(...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

async function printedFile(...args: string[]): Promise<string> {
  const { code, stdout } = await coverbook(...args);
  expect(code).toBe(0);
  return stdout;
}
