import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, type CliResult } from './run-cli.ts';
import { makeFolder, TEAM_FILES } from './team.ts';

let team: string;
let cache: string;

beforeAll(() => {
  team = makeFolder(TEAM_FILES);
  cache = mkdtempSync(join(tmpdir(), 'coverbook-cache-'));
});
afterAll(() => {
  for (const folder of [team, cache]) rmSync(folder, { recursive: true, force: true });
});

function coverbook(...args: string[]): Promise<CliResult> {
  return runCli(team, args, { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache });
}

describe('coverbook explain', () => {
  test.each([
    ['T1059.001', 'claimed', 30],
    ['T1059.003', 'tested', 45],
    ['T1053.005', 'hunted', 10],
    ['T1547.001', 'proven', 25],
    ['T1003.001', 'failed', 0],
    ['T1110.003', 'none', 0],
  ])('%s is %s with a score of %i', async (technique, level, score) => {
    const { code, stdout } = await coverbook('explain', technique, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, technique, level, score });
  });

  test('prints the arithmetic line by line', async () => {
    const { stdout } = await coverbook('explain', 'T1059.003');
    expect(stdout).toMatchInlineSnapshot(`
      "T1059.003 Windows Command Shell (ATT&CK enterprise 19.1)

      Level      tested: the rule fires on sample data
      Score      45 of 100
      Scope      in scope
      Relevance  85 of 100: 73 groups of ATT&CK use it
      Priority   47 of 100: relevance 85, times the 55 % its score lacks
      Missing    hunt, proof

      Why
        - 1 of 1 counting detection with a passing test: “Tested”.
        - 1 counting detection: “Tested”.

      Arithmetic
        first counting detection, status production (30 × 1)   +30
        1 counting detection with a passing test               +15
        score                                                   45

      Robustness: at best behaviour (1 on behaviour).

      Freshness: a rule was changed on 2026-01-05, 319 days ago; 0 of 1 item past their window.
      "
    `);
  });

  test('a parent says what its sub-techniques amount to', async () => {
    const { stdout } = await coverbook('explain', 't1059');
    expect(stdout).toMatchInlineSnapshot(`
      "T1059 Command and Scripting Interpreter (ATT&CK enterprise 19.1)

      Level      claimed: a rule says it detects it
      Score      6 of 100
      Scope      in scope
      Relevance  20 of 100: 17 groups of ATT&CK use it
      Priority   19 of 100: relevance 20, times the 94 % its score lacks
      Missing    hunt, test, proof

      Why
        - 2 of 13 sub-techniques with evidence: 1 tested, 1 claimed.

      Arithmetic
        mean over 13 sub-techniques is 6    +6
        score                                6

      Its own evidence alone: level none, score 0.
      "
    `);
  });

  test('a revoked id is explained by its successor', async () => {
    const { code, stdout } = await coverbook('explain', 'T1562.001');
    expect(code).toBe(0);
    expect(stdout).toContain('T1562.001 was revoked by T1685.');
    expect(stdout).toContain('“Revoked”');
  });

  test('an unknown id is wrong usage, and says what would be right', async () => {
    const { code, stdout, stderr } = await coverbook('explain', 'T9999');
    expect({ code, stdout, stderr }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "coverbook: No active technique \`T9999\` in ATT&CK enterprise 19.1.
        Give an id such as T1059 or T1059.001; its domain must be among \`attack.domains\` of the config.
      ",
        "stdout": "",
      }
    `);
  });
});

describe('coverbook lint', () => {
  test('reports a revoked id where it is written, with its successor', async () => {
    const { code, stdout } = await coverbook('lint', '--json');
    expect(code).toBe(0);
    const { findings } = JSON.parse(stdout) as { findings: Record<string, unknown>[] };
    expect(findings.find(({ rule }) => rule === 'mapping/revoked')).toMatchObject({
      severity: 'warning',
      source: 'team',
      path: 'detections/revoked.yml',
      range: { line: 7, column: 8 },
    });
  });

  test('the gate decides the exit code', async () => {
    const [lenient, strict] = [await coverbook('lint'), await coverbook('lint', '--fail-on', 'warning')];
    expect([lenient.code, strict.code]).toEqual([0, 1]);
  });
});

describe('coverbook layers', () => {
  test('writes layers and API files, lists them on stdout, and writes the same again from the cache', async () => {
    const first = await coverbook('layers', '--out', 'out', '--no-cache');
    const files = first.stdout.trim().split('\n');
    expect(files).toEqual(
      expect.arrayContaining([
        'layers/index.json',
        'layers/enterprise-all.json',
        'layers/enterprise-coverage.json',
        'layers/enterprise-rules-count.json',
        'api/coverage.json',
        'api/detections.json',
        'api/findings.json',
      ]),
    );
    const read = (): string[] => files.map((file) => readFileSync(join(team, 'out', file), 'utf8'));
    const cold = read();
    await coverbook('layers', '--out', 'out');
    await coverbook('layers', '--out', 'out');
    expect(read()).toEqual(cold);
  });

  test('a corrupt cache is a miss', async () => {
    await coverbook('layers', '--out', 'out');
    const before = readFileSync(join(team, 'out/api/coverage.json'), 'utf8');
    const { globSync } = await import('node:fs');
    const kept = globSync(join(cache, 'content', '*.txt'));
    expect(kept).not.toHaveLength(0);
    for (const file of kept) writeFileSync(file, '{"version":');
    const { code } = await coverbook('layers', '--out', 'out');
    expect(code).toBe(0);
    expect(readFileSync(join(team, 'out/api/coverage.json'), 'utf8')).toBe(before);
  });
});

describe('bad input', () => {
  test('bad files are findings and the run goes on', async () => {
    const folder = makeFolder({
      ...TEAM_FILES,
      'content/broken.yml': 'title: [unclosed\n',
      'content/huge.yml': `x: ${'y'.repeat(2_000_000)}\n`,
      'content/half.md':
        '---\ntitle: Half a playbook\nhypothesis: Something\ntechniques: T1059\nseverity: enormous\n---\nText\n',
    });
    writeFileSync(join(folder, 'content/binary.yml'), Buffer.from([0, 1, 2, 0xff, 0xfe]));
    const { stdout } = await runCli(folder, ['lint', '--json'], { COVERBOOK_CACHE: cache });
    const { findings } = JSON.parse(stdout) as { findings: { path: string; severity: string }[] };
    const paths = new Set(findings.filter(({ severity }) => severity !== 'note').map(({ path }) => path));
    expect([...paths]).toEqual(expect.arrayContaining(['binary.yml', 'broken.yml', 'half.md', 'huge.yml']));
    const { code } = await runCli(folder, ['layers', '--out', 'out'], { COVERBOOK_CACHE: cache });
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'out/layers/enterprise-coverage.json'))).toBe(true);
    rmSync(folder, { recursive: true });
  });

  test.each<[string, Record<string, string>, string[], number, RegExp]>([
    ['no config', {}, ['layers'], 2, /No coverbook\.yaml in/],
    ['a config with a typo', { 'coverbook.yaml': 'source: []' }, ['layers'], 2, /Unexpected `source`/],
    [
      'a missing folder',
      { 'coverbook.yaml': 'sources: [{ name: a, path: nowhere }]' },
      ['layers'],
      3,
      /nowhere/,
    ],
    [
      'a missing bundle file',
      { 'coverbook.yaml': 'sources: [{ name: a, git: ./no.bundle }]' },
      ['layers'],
      3,
      /no\.bundle/,
    ],
    [
      'a version nobody imported',
      { 'coverbook.yaml': 'attack: { version: "3.0" }\nsources: [{ name: a, path: . }]' },
      ['layers'],
      3,
      /3\.0/,
    ],
    ['an unknown option', {}, ['layers', '--ouut', 'x'], 2, /--out/],
    ['an unknown command', {}, ['layer'], 2, /layers/],
    ['a date that is none', {}, ['layers', '--now', '2026-02-31'], 2, /Expected a date/],
  ])('%s ends with the right exit code and says why', async (_, files, args, code, said) => {
    const folder = makeFolder(files);
    const result = await runCli(folder, args, { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache });
    expect(result.code).toBe(code);
    expect(result.stderr).toMatch(said);
    expect(result.stdout).toBe('');
    rmSync(folder, { recursive: true });
  });
});
