import { expect, test } from 'vitest';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { sarifProblems } from '../lint/sarif-problems.ts';
import { runCli, type CliResult } from './run-cli.ts';
import { TEAM_CONFIG, TEAM_FILES } from './team.ts';

/** Runs `coverbook lint` in a folder of a repository that holds the team's files there. */
async function lint(
  { config = '', folder = 'soc' }: { config?: string; folder?: string },
  ...args: string[]
): Promise<CliResult> {
  const files = { ...TEAM_FILES, 'coverbook.yaml': `${TEAM_CONFIG}${config}` };
  const repository = makeRepository({
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])),
  });
  const cache = temporaryFolder();
  return runCli(`${repository.folder}/${folder}`, ['lint', ...args], {
    COVERBOOK_CACHE: cache,
    COVERBOOK_DATA: cache,
  });
}

test('annotations name files from the root of the repository, wherever the config lies', async () => {
  const { stdout } = await lint({}, '--format', 'github');
  expect(stdout).toMatchInlineSnapshot(`
    "::warning title=mapping/revoked,file=soc/content/detections/revoked.yml,line=7,endLine=7,col=8,endColumn=24::Unexpected revoked technique \`T1562.001\` (written \`attack.t1562.001\`), expected its successor \`T1685\`. Write \`attack.t1685\`; until then it is read as \`T1685\`.
    1 finding: 1 warning
    "
  `);
});

test('GitLab gets the same paths', async () => {
  const { stdout } = await lint({ folder: 'a/b' }, '--format', 'gitlab');
  const issues = JSON.parse(stdout) as { location: { path: string } }[];
  expect(issues.map(({ location }) => location.path)).toEqual(['a/b/content/detections/revoked.yml']);
});

test('SARIF says which version it is from and where a rule is explained', async () => {
  const { stdout } = await lint({ config: 'site: https://soc.example.org\nbase: /x\n' }, '--format', 'sarif');
  const log = JSON.parse(stdout) as {
    runs: { tool: { driver: { rules: { id: string; helpUri: string }[] } } }[];
  };
  expect(sarifProblems(log)).toEqual([]);
  expect(log.runs[0]?.tool.driver.rules.map(({ id, helpUri }) => [id, helpUri])).toEqual([
    ['mapping/revoked', 'https://soc.example.org/x/docs/lint-rules/#mapping-revoked'],
  ]);
});

test('Markdown is a table', async () => {
  const { stdout } = await lint({}, '--format', 'markdown');
  expect(stdout).toMatch(/^## 1 finding: 1 warning\n\n\| Severity \| Where \| Finding \| Rule \|\n/);
  expect(stdout).toContain('`content/detections/revoked.yml:7`');
});

test('the gate goes by the severities of the config', async () => {
  const codes = await Promise.all(
    ['', 'lint: { rules: { mapping/revoked: error } }', 'lint: { rules: { mapping/revoked: off } }'].map(
      async (config) => (await lint({ config }, '--fail-on', 'error')).code,
    ),
  );
  expect(codes).toEqual([0, 1, 0]);
});

test('a rule that is not there is wrong config: nothing is read', async () => {
  const { code, stdout, stderr } = await lint({ config: 'lint: { rules: { mapping/revokd: off } }' });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    /coverbook\.yaml:4:\d+ Unexpected rule `mapping\/revokd`, did you mean `mapping\/revoked`\?/,
  );
});
