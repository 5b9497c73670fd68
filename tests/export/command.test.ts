import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { TABLES } from '../../src/export/tables.ts';
import { runCli, type CliResult } from '../cli/run-cli.ts';
import { makeFolder, sigmaRule, TEAM_FILES } from '../cli/team.ts';
import { unzip } from './unzip.ts';

let team: string;
let cache: string;

beforeAll(() => {
  team = makeFolder({
    ...TEAM_FILES,
    'content/detections/old.yml': sigmaRule('Old', ['attack.t1059']).replace('stable', 'deprecated'),
    'coverbook.yaml': `${TEAM_FILES['coverbook.yaml']}attack: { domains: [enterprise, ics] }\n`,
  });
  cache = mkdtempSync(join(tmpdir(), 'coverbook-cache-'));
});
afterAll(() => {
  for (const folder of [team, cache]) rmSync(folder, { recursive: true, force: true });
});

function coverbook(...args: string[]): Promise<CliResult> {
  return runCli(team, ['export', ...args], { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache });
}

describe('to standard output', () => {
  test('CSV is one table, techniques where none is named', async () => {
    const { code, stdout } = await coverbook('--format', 'csv', '--domain', 'enterprise');
    const rows: Record<string, string>[] = parse(stdout, { columns: true });
    expect(code).toBe(0);
    expect(rows.find(({ technique }) => technique === 'T1059.003')).toMatchObject({
      level: 'tested',
      score: '45',
    });
    expect(new Set(rows.map(({ domain }) => domain))).toEqual(new Set(['Enterprise']));
  });

  test('--what names the table, --bom marks the bytes', async () => {
    const { stdout } = await coverbook('--format', 'csv', '--what', 'detections', '--bom');
    expect(stdout.startsWith('\ufeff"title"')).toBe(true);
  });

  test('two tables of CSV do not go to one place', async () => {
    const { code, stderr } = await coverbook('--format', 'csv', '--what', 'detections', 'findings');
    expect(code).toBe(2);
    expect(stderr).toContain('--out');
  });

  test('JSON is one document with the tables asked for', async () => {
    const { stdout } = await coverbook('--format', 'json', '--what', 'summary', 'gaps');
    const report = JSON.parse(stdout) as { schemaVersion: number; tables: object };
    expect(report.schemaVersion).toBe(1);
    expect(Object.keys(report.tables)).toEqual(['summary', 'gaps']);
  });

  test('an administration is of the first domain, and says that there are others', async () => {
    const { stdout, stderr } = await coverbook('--format', 'dettect');
    expect(stdout).toContain('domain: enterprise-attack');
    expect(stderr).toContain('Only enterprise');
    expect((await coverbook('--format', 'dettect', '--domain', 'ics', '--quiet')).stderr).toBe('');
  });

  test('a workbook goes into a pipe, never to a terminal', async () => {
    const piped = await bytesOf(false);
    expect(unzip(piped.bytes).has('xl/workbook.xml')).toBe(true);
    const shown = await bytesOf(true);
    expect([shown.code, shown.bytes.length]).toEqual([2, 0]);
  });

  test('STIX says what it leaves out', async () => {
    const { stdout, stderr } = await coverbook('--format', 'stix');
    expect(JSON.parse(stdout)).toMatchObject({ type: 'bundle' });
    expect(stderr).toMatch(/^\d+ rules and playbooks are left out/);
  });
});

describe('to files', () => {
  test('a folder takes every table, every domain', async () => {
    const out = join(team, 'out');
    for (const format of ['csv', 'dettect', 'svg']) await coverbook('--format', format, '--out', 'out/');
    expect(readdirSync(out).sort()).toEqual(
      [
        ...TABLES.map(({ id }) => `${id}.csv`),
        'dettect-enterprise.yaml',
        'dettect-ics.yaml',
        'enterprise-coverage.svg',
      ].sort(),
    );
  });

  test('a path with an extension is a file', async () => {
    const { stdout, stderr } = await coverbook('--format', 'xlsx', '--out', 'made/here.xlsx');
    expect(stdout).toBe('');
    expect(stderr).toContain('1 file in');
    expect(unzip(readFileSync(join(team, 'made/here.xlsx'))).has('xl/styles.xml')).toBe(true);
  });

  test('the same input gives the same bytes', async () => {
    await coverbook('--format', 'xlsx', '--out', 'one.xlsx');
    await coverbook('--format', 'xlsx', '--out', 'two.xlsx');
    expect(readFileSync(join(team, 'one.xlsx')).equals(readFileSync(join(team, 'two.xlsx')))).toBe(true);
  });
});

describe('a drawing', () => {
  test('of any layer of ours', async () => {
    const { stdout } = await coverbook(
      '--format',
      'svg',
      '--layer',
      'rules-count',
      '--subtechniques',
      'none',
    );
    expect(stdout).toContain('Rules per technique');
    expect(stdout).not.toContain('T1059.001');
  });

  test('of a layer in a file, one of several into a folder', async () => {
    const layer = {
      name: 'Mine',
      domain: 'enterprise-attack',
      techniques: [{ techniqueID: 'T1059', score: 3 }],
    };
    writeFileSync(join(team, 'mine.json'), JSON.stringify(layer));
    writeFileSync(join(team, 'many.json'), JSON.stringify([layer, { ...layer, name: 'Other' }]));
    expect((await coverbook('--format', 'svg', '--layer', 'mine.json')).stdout).toContain(
      '<title>Mine</title>',
    );
    await coverbook('--format', 'svg', '--layer', 'many.json', '--out', 'drawn/');
    expect(readdirSync(join(team, 'drawn'))).toEqual(['many-1.svg', 'many-2.svg']);
  });

  test.each([
    ['nothing', 'No layer `nothing`'],
    ['gone.json', 'cannot be read'],
    ['broken.json', 'cannot be read'],
    ['other.json', 'is no Navigator layer'],
    ['mobile.json', 'for mobile, which the config does not have'],
  ])('of %s is refused', async (layer, message) => {
    writeFileSync(join(team, 'broken.json'), '{');
    writeFileSync(join(team, 'other.json'), '{"a": 1}');
    writeFileSync(join(team, 'mobile.json'), '{"domain": "mobile-attack", "techniques": []}');
    const { code, stdout, stderr } = await coverbook('--format', 'svg', '--layer', layer);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

test('a domain the config does not have is refused', async () => {
  const { code, stderr } = await coverbook('--format', 'csv', '--domain', 'mobile');
  expect(code).toBe(2);
  expect(stderr).toContain('attack.domains');
  expect(existsSync(join(team, 'mobile'))).toBe(false);
});

async function bytesOf(isTTY: boolean): Promise<{ code: number; bytes: Uint8Array }> {
  const stdout = Object.assign(new PassThrough(), { isTTY });
  const stderr = new PassThrough();
  const env = { ...process.env, COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache };
  const code = await main(['export', '--format', 'xlsx', '--what', 'summary'], {
    cwd: team,
    env,
    stdout,
    stderr,
  });
  return { code, bytes: (stdout.read() as Buffer | null) ?? new Uint8Array() };
}
