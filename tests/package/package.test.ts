import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { publint } from 'publint';
import { x } from 'tinyexec';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sigmaRule } from '../cli/team.ts';
import { installInto, listing, pack, type Packed } from './install.ts';

const NOW = '2026-11-20';

let parent: string;
/** A team's repository that holds two rules and the installed package. */
let team: string;
let packed: Packed;
let before: ReadonlyMap<string, string>;
let env: Record<string, string>;

beforeAll(async () => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'coverbook-package-')));
  team = join(parent, 'rules of the team');
  mkdirSync(join(team, 'rules'), { recursive: true });
  writeFileSync(join(team, 'rules/one.yml'), sigmaRule('One', ['attack.execution', 'attack.t1059.001']));
  writeFileSync(join(team, 'rules/two.yml'), sigmaRule('Two', ['attack.t1105']));
  await x('git', ['init', '--quiet', team]);
  const temporary = join(parent, 'tmp');
  mkdirSync(temporary);
  env = {
    // As after `npm install --save-dev node@24`: the shell's Node is the one the tests run on.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    COVERBOOK_CACHE: join(parent, 'cache'),
    COVERBOOK_DATA: join(parent, 'data'),
    TMPDIR: temporary,
    NO_COLOR: '1',
    CI: '1',
  };
  packed = await pack(parent);
  await installInto(team, packed);
  before = listing(join(team, 'node_modules'));
});

afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

interface Ran {
  code: number | undefined;
  stdout: string;
  stderr: string;
}

async function coverbook(...args: string[]): Promise<Ran> {
  return await coverbookWith({}, ...args);
}

async function coverbookWith(more: Record<string, string>, ...args: string[]): Promise<Ran> {
  const bin = join(team, 'node_modules/.bin/coverbook');
  const nodeOptions = { cwd: team, env: { ...env, ...more } };
  const { exitCode, stdout, stderr } = await x(bin, args, { nodeOptions });
  return { code: exitCode, stdout, stderr };
}

/** Serves until the answers are in, and gives what was on stderr first. */
async function serving<T>(args: string[], ask: (url: string) => Promise<T>): Promise<T> {
  const bin = join(team, 'node_modules/coverbook/scripts/coverbook.mjs');
  const server = spawn(process.execPath, [bin, ...args], {
    cwd: team,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) =>
    server.once('exit', () => {
      resolve();
    }),
  );
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.stderr.on('data', (part: Buffer) => {
        said += part.toString();
        const [, served] = /Serving (\S+)/.exec(said) ?? [];
        if (served !== undefined) resolve(served);
      });
      server.once('exit', () => {
        reject(new Error(`It does not serve:\n${said}`));
      });
    });
    return await ask(url);
  } finally {
    server.kill('SIGINT');
    await ended;
  }
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status, url).toBe(200);
  return await response.text();
}

describe('the tarball', () => {
  test('holds compiled code, pages, documentation and schemas, and nothing of the demo or the tests', () => {
    const kinds = new Set(
      packed.files.map((path) => (path.includes('/') ? `${path.split('/')[0] ?? ''}/` : path)),
    );
    expect([...kinds].sort()).toEqual([
      'LICENSE',
      'NOTICE',
      'README.md',
      'bundle/',
      'content/',
      'lib/',
      'package.json',
      'public/',
      'schemas/',
      'scripts/',
    ]);
    const docs = packed.files.filter((path) => path.startsWith('content/'));
    expect(docs).toContain('content/docs/methodology.mdx');
    expect(docs.filter((path) => !path.startsWith('content/docs/'))).toEqual([]);
    expect(packed.files.filter((path) => path.endsWith('.ts'))).toEqual([]);
    expect(packed.files).toEqual(
      expect.arrayContaining(['lib/cli/main.js', 'lib/pages/index.astro', 'lib/init/templates/github.yml']),
    );
    expect(packed.size).toBeLessThan(1_800_000);
  });

  test('compiled pages name no folder of the machine they were compiled on, and import what the package depends on', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const code = packed.files.filter((path) => path.startsWith('bundle/code/'));
    expect(code.length).toBeGreaterThan(50);
    const texts = code.map((path) => readFileSync(join(team, 'node_modules/coverbook', path), 'utf8'));
    expect(texts.filter((text) => text.includes(tmpdir()) || text.includes(process.cwd()))).toEqual([]);
    const imported = texts.flatMap((text) =>
      [...text.matchAll(/^import[^'"\n]*["']((?:@[^/"']+\/)?[^./"'][^/"']*)/gm)].map(([, name = '']) => name),
    );
    const packages = new Set(imported.filter((name) => !name.startsWith('node:')));
    expect(packages.size).toBeGreaterThan(10);
    expect([...packages].filter((name) => !(name in dependencies))).toEqual([]);
  });

  test('no import in it leads to TypeScript', () => {
    const ofTypeScript = packed.files.filter(
      (path) =>
        /\.(?:js|mjs|astro)$/.test(path) &&
        /(?:from |import |import\()['"]\.[^'"\n]*\.ts['"]/.test(
          readFileSync(join(team, 'node_modules/coverbook', path), 'utf8'),
        ),
    );
    expect(ofTypeScript).toEqual([]);
  });

  test('publint has nothing to say', async () => {
    const { messages } = await publint({ pkgDir: join(team, 'node_modules/coverbook'), pack: false });
    expect(messages).toEqual([]);
  });

  test.each(['typescript', 'vitest', 'eslint', 'publint'])(
    '%s is not at hand where it is installed',
    (name) => {
      const require = createRequire(join(team, 'node_modules/coverbook/lib/cli/main.js'));
      expect(() => require.resolve(`${name}/package.json`)).toThrow(/Cannot find module/);
    },
  );
});

describe('in a team’s repository', () => {
  test('npx finds it', async () => {
    const { stdout, exitCode } = await x('npx', ['--no', 'coverbook', '--version'], {
      nodeOptions: { cwd: team, env },
    });
    expect(exitCode).toBe(0);
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('init sets the repository up', async () => {
    const { code, stdout, stderr } = await coverbook('init', '--ci', 'github');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('Next:') as string });
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining(['coverbook.yaml', '.github/workflows/coverbook.yml', '.vscode/settings.json']),
    );
  });

  test.each([
    [['lint'], /^No findings/m],
    [['explain', 'T1059.001'], /Level {6}claimed/],
    [['stats'], /2 detections/],
    [['gaps', '--limit', '1'], /T\d{4}/],
    [['backlog', '--limit', '1'], /T\d{4}/],
    [['actors', '--limit', '1'], /G\d{4}/],
    [['history'], /state of +covered/],
    [['layers', '--out', 'layers'], /layers\/enterprise-coverage\.json/],
    [['export', '--format', 'json'], /T1059\.001/],
    [['attack', 'versions'], /enterprise 19\.1 embedded/],
    [['attack', 'changes', '--from', '18.1', '--to', '19.1'], /19\.1/],
    [['new', 'playbook', '--technique', 'T1003.001'], /^playbooks\/os-credential-dumping-lsass-memory\.md$/m],
    [['schema'], /coverbook/],
  ])('%j', async (args, said) => {
    const own = ['attack', 'schema'].includes(args[0] ?? '') ? [] : ['--now', NOW];
    const { code, stdout, stderr } = await coverbook(...args, ...own);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(said);
  });

  test('build takes pages as they came, compiled: it needs no folder to compile them in, and writes nothing here', async () => {
    const { code, stderr } = await coverbookWith({ TMPDIR: join(parent, 'nowhere') }, 'build', '--now', NOW);
    expect(stderr).toMatch(/^\d+ pages, \d+ layers in /);
    expect(code).toBe(0);
    const home = readFileSync(join(team, 'dist/index.html'), 'utf8');
    for (const [, file = ''] of home.matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g))
      expect(existsSync(join(team, 'dist', file)), file).toBe(true);
    expect(listing(join(team, 'node_modules'))).toEqual(before);
  });

  test('build makes the whole site, the team’s MDX among it', async () => {
    // Only the team's own MDX may use components, and it lies outside of the package.
    const playbook = '---\ntitle: Mixed\nhypothesis: Somebody does.\ntechniques: [T1105]\n---\n\n';
    writeFileSync(
      join(team, 'playbooks/mixed.mdx'),
      `${playbook}<Callout type="tip" title="Mind">Text</Callout>\n`,
    );
    const { code, stdout, stderr } = await coverbook('build', '--now', NOW);
    expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^\d+ pages \(\d+ as they were\), \d+ layers in /);
    const page = (path: string): string => readFileSync(join(team, 'dist', path), 'utf8');
    expect(page('techniques/T1059/001/index.html')).toContain('One');
    expect(page('methodology/index.html')).toContain('<h1');
    expect(page('playbooks/mixed/index.html')).toContain('class="callout"');
    expect(existsSync(join(team, 'dist/pagefind/pagefind.js'))).toBe(true);
    expect(existsSync(join(team, 'dist/layers/enterprise-coverage.json'))).toBe(true);
  });

  test('review tells what a change takes away, and the gate stops it', async () => {
    const git = (...args: string[]) =>
      x('git', ['-c', 'user.name=Team', '-c', 'user.email=team@example.org', ...args], {
        nodeOptions: { cwd: team },
        throwOnError: true,
      });
    writeFileSync(join(team, '.git/info/exclude'), 'node_modules\ndist\nlayers\n');
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'What there is');
    rmSync(join(team, 'rules/two.yml'));
    const { code, stdout } = await coverbook('review', '--base', 'HEAD', '--fail-on', 'coverage-loss');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^1 technique lost/);
    expect(stdout).toContain('“Two” was removed');
    const page = await coverbook('review', '--base', 'HEAD', '--format', 'html', '--fail-on', 'none');
    expect(page).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Ingress Tool Transfer') as string,
    });
  });

  test('preview serves it', async () => {
    const home = await serving(['preview', '--port', '0'], textOf);
    expect(home).toContain('Detection coverage of rules of the team');
  });

  test('dev serves pages, styles and fonts', async () => {
    await serving(['dev', '--port', '0', '--now', NOW], async (url) => {
      const home = await textOf(url);
      const [font = ''] = /\/[^"'()\s]+\.woff2/.exec(home) ?? [];
      await textOf(new URL(font, url).href);
      expect(await textOf(new URL('playbooks/mixed/', url).href)).toContain('class="callout"');
    });
  });

  test('nothing under node_modules was written by any of it but compiled MDX, and nothing is left in the temporary folder', () => {
    const after = listing(join(team, 'node_modules'));
    const kept = 'coverbook/node_modules/.cache/coverbook';
    const written = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(written).toContain(kept);
    expect(written.filter((path) => !path.startsWith(kept) && !kept.startsWith(path))).toEqual([]);
    expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
    const left = [...listing(env['TMPDIR'] ?? '').keys()].filter((path) => path.startsWith('coverbook-'));
    expect(left).toEqual([]);
  });
});

test('an older Node is told what it needs', async () => {
  const older =
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.19.0" } })';
  const args = [
    '--import',
    `data:text/javascript,${encodeURIComponent(older)}`,
    'scripts/coverbook.mjs',
    'build',
  ];
  const { exitCode, stdout, stderr } = await x(process.execPath, args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
  expect(stderr).toContain('Node.js 24 or newer is needed, and this is 20.19.0.');
});
