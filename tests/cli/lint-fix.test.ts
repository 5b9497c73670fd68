import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeRepository } from '../git-repository.ts';
import { runCli, type CliResult } from './run-cli.ts';
import { makeFolder, sigmaRule, TEAM_CONFIG, TEAM_FILES } from './team.ts';

let cache: string;
let team: string;

const FILES: Record<string, string> = {
  ...TEAM_FILES,
  'content/detections/twice.yml': sigmaRule('Twice', ['attack.t1562', 'attack.t1562.001']),
};

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'coverbook-cache-'));
  team = makeFolder(FILES);
});
afterEach(() => {
  for (const folder of [team, cache]) rmSync(folder, { recursive: true, force: true });
});

function lint(...args: string[]): Promise<CliResult> {
  return runCli(team, ['lint', '--no-notes', ...args], { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache });
}

function textOf(path: string): string {
  return readFileSync(join(team, path), 'utf8');
}

test('rewrites revoked ids, says what it did and what is left, and reports what remains', async () => {
  const { code, stdout } = await lint('--fix');
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "content/detections/revoked.yml
      7:8  fixed  T1562.001 is T1685 now, written \`attack.t1685\`

    content/detections/twice.yml
      7:8  fixed  T1562 is T1685 now, written \`attack.t1685\`

    content/detections/twice.yml
      7:22  left  T1562.001: the item already names \`T1685\`, or will; delete \`attack.t1562.001\` by hand

    2 ids rewritten in 2 files, 1 left to do by hand

    content/detections/twice.yml
      7:22  warning  Unexpected revoked technique \`T1562.001\` (written \`attack.t1562.001\`), expected its successor \`T1685\`  mapping/revoked
                     The item already names \`T1685\`, or will; delete \`attack.t1562.001\` by hand. Until then it is read as \`T1685\`.

    1 finding: 1 warning
    "
  `);
  expect(textOf('content/detections/revoked.yml')).toBe(
    FILES['content/detections/revoked.yml']?.replace('attack.t1562.001', 'attack.t1685'),
  );
});

test('a second run writes nothing', async () => {
  await lint('--fix');
  const before = Object.keys(FILES).map(textOf);
  const { stdout } = await lint('--fix', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ fixed: [], refused: [{ id: 'T1562.001' }] });
  expect(Object.keys(FILES).map(textOf)).toEqual(before);
});

test('the JSON report says what was fixed and refused, and where', async () => {
  const { stdout } = await lint('--fix', '--json');
  const { fixed, refused, findings } = JSON.parse(stdout) as Record<string, unknown[]>;
  expect(fixed).toEqual([
    expect.objectContaining({
      source: 'team',
      path: 'detections/revoked.yml',
      item: 'team/revoked',
      id: 'T1562.001',
      by: 'T1685',
      written: 'attack.t1562.001',
      text: 'attack.t1685',
      range: { line: 7, column: 8, endLine: 7, endColumn: 24 },
    }),
    expect.objectContaining({ path: 'detections/twice.yml', id: 'T1562' }),
  ]);
  expect(refused).toEqual([expect.objectContaining({ path: 'detections/twice.yml', id: 'T1562.001' })]);
  expect(findings).toEqual([
    expect.objectContaining({ rule: 'mapping/revoked', path: 'detections/twice.yml' }),
  ]);
});

test('the exit code is that of the findings that are left', async () => {
  const [before, after] = [await lint('--fail-on', 'warning'), await lint('--fix', '--fail-on', 'warning')];
  expect([before.code, after.code]).toEqual([1, 1]);
  rmSync(join(team, 'content/detections/twice.yml'));
  expect((await lint('--fix', '--fail-on', 'warning')).code).toBe(0);
});

test('without --fix a finding offers what --fix would write', async () => {
  const { stdout } = await lint('--json');
  const { findings } = JSON.parse(stdout) as { findings: { path: string; fix?: object }[] };
  expect(findings.find(({ path }) => path === 'detections/revoked.yml')?.fix).toEqual({
    range: { line: 7, column: 8, endLine: 7, endColumn: 24 },
    text: 'attack.t1685',
  });
  const twice = findings.filter(({ path }) => path === 'detections/twice.yml');
  expect(twice.map(({ fix }) => fix !== undefined)).toEqual([true, false]);
  expect(textOf('content/detections/revoked.yml')).toContain('t1562.001');
});

test('what is read from Git is not written, and that is said', async () => {
  const { folder: repository } = makeRepository({
    files: { 'revoked.yml': FILES['content/detections/revoked.yml'] ?? '' },
  });
  const git = `{ name: library, git: ${repository}, role: library }`;
  rmSync(team, { recursive: true });
  team = makeFolder({ ...FILES, 'coverbook.yaml': TEAM_CONFIG.replace(']', `, ${git}]`) });
  const { stderr } = await lint('--fix');
  expect(stderr).toBe('1 outdated id left in library: it is read from Git.\n');
  rmSync(team, { recursive: true });
  team = makeFolder({ 'coverbook.yaml': `title: T\nsources: [${git}]\n` });
  const alone = await lint('--fix');
  expect({ ...alone, stderr: alone.stderr.split('\n')[0] }).toEqual({
    code: 2,
    stdout: '',
    stderr: 'coverbook: There is nothing `--fix` may write: every source is read from Git.',
  });
  expect(readFileSync(join(repository, 'revoked.yml'), 'utf8')).toContain('t1562.001');
});
