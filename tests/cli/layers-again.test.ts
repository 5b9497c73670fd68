import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundleBytes } from '../attack/small-bundle.ts';
import { makeRepository } from '../git-repository.ts';
import { runCli, type CliResult } from './run-cli.ts';
import { makeFolder, sigmaRule, TEAM_FILES } from './team.ts';

const AS_LEFT = 'as the last run left them';

let team: string;
let cache: string;
let first: CliResult;

beforeEach(async () => {
  team = makeFolder(TEAM_FILES);
  cache = mkdtempSync(join(tmpdir(), 'coverbook-again-'));
  first = await layers();
  expect(first.code, first.stderr).toBe(0);
});
afterEach(() => {
  for (const folder of [team, cache]) rmSync(folder, { recursive: true, force: true });
});

function layers(...args: string[]): Promise<CliResult> {
  const env = { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache };
  return runCli(team, ['layers', '--actor', 'none', ...args], env);
}

/** Every file of the output with its bytes. */
function output(folder = join(team, 'dist')): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]));
}

/** What a run without any memory writes for the team as it is. */
async function fromNothing(...args: string[]): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-fresh-'));
  try {
    await layers('--no-cache', '--out', folder, ...args);
    return output(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('layers, run again', () => {
  test('with nothing changed says the same and writes nothing', async () => {
    const times = (): number[] =>
      [...output().keys()].map((path) => statSync(join(team, 'dist', path)).mtimeMs);
    const before = [output(), times()];
    const again = await layers();
    expect([again.code, again.stdout]).toEqual([0, first.stdout]);
    expect(again.stderr).toContain(AS_LEFT);
    expect([output(), times()]).toEqual(before);
    expect((await layers('--quiet')).stderr).toBe('');
  });

  const rule = (): string => join(team, 'content/detections/claimed.yml');
  test.each<[string, () => void, string[]]>([
    [
      'a rule',
      () => {
        appendFileSync(rule(), '# Another word.\n');
      },
      [],
    ],
    [
      'the name of a file',
      () => {
        cpSync(rule(), rule().replace('claimed', 'other'));
      },
      [],
    ],
    [
      'a new rule',
      () => {
        writeFileSync(join(team, 'content/detections/new.yml'), sigmaRule('New', ['attack.t1105']));
      },
      [],
    ],
    [
      'a rule that is gone',
      () => {
        rmSync(rule());
      },
      [],
    ],
    [
      'the config',
      () => {
        appendFileSync(join(team, 'coverbook.yaml'), 'coverage: { proofWindow: 30d }\n');
      },
      [],
    ],
    [
      'lines of the config',
      () => {
        const file = join(team, 'coverbook.yaml');
        writeFileSync(file, `# A comment.\n${readFileSync(file, 'utf8')}`);
      },
      [],
    ],
    ['the day', () => undefined, ['--now', '2027-11-20']],
    ['the layers asked for', () => undefined, ['--only', 'coverage']],
    [
      'the commit',
      () => {
        makeRepository({ folder: team }).commit({});
      },
      [],
    ],
    [
      'an output file that is gone',
      () => {
        rmSync(join(team, 'dist/layers/index.json'));
      },
      [],
    ],
    [
      'an output file of others',
      () => {
        appendFileSync(join(team, 'dist/api/coverage.json'), ' ');
      },
      [],
    ],
  ])('looks at everything after a change of %s', async (_, change, args) => {
    change();
    const { code, stderr } = await layers(...args);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining(AS_LEFT)]);
    expect(output()).toEqual(await fromNothing(...args));
    expect((await layers(...args)).stderr).toContain(AS_LEFT);
  });

  test('looks at everything after a change of what a bundle of ATT&CK says in prose', async () => {
    const bundle = (text: string): void => {
      const bytes = Buffer.from(bundleBytes()).toString().replace('Prose of a group.', text);
      writeFileSync(join(team, 'attack.json'), bytes);
    };
    bundle('Prose.');
    appendFileSync(join(team, 'coverbook.yaml'), 'attack: { bundles: [attack.json] }\n');
    await layers();
    expect((await layers()).stderr).toContain(AS_LEFT);
    bundle('Other prose.');
    expect((await layers()).stderr).not.toContain(AS_LEFT);
  });

  test('remembers nothing with --no-cache, and nothing of another folder', async () => {
    expect((await layers('--no-cache')).stderr).not.toContain(AS_LEFT);
    expect((await layers('--out', 'elsewhere')).stderr).not.toContain(AS_LEFT);
    expect(output(join(team, 'elsewhere'))).toEqual(output());
  });

  test('takes a memory that is damaged for none', async () => {
    const [name = ''] = readdirSync(join(cache, 'outputs'));
    const whole = JSON.parse(readFileSync(join(cache, 'outputs', name), 'utf8')) as object;
    const odd = [{}, 'x', null, [], [1], [['layers/index.json']]].map((files) => ({ ...whole, files }));
    for (const text of ['', '{', '[]', 'null', ...odd.map((one) => JSON.stringify(one))]) {
      writeFileSync(join(cache, 'outputs', name), text);
      const { code, stderr } = await layers();
      expect([code, stderr], text).toEqual([0, expect.not.stringContaining(AS_LEFT)]);
    }
  });
});
