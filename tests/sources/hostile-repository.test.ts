import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runCli, type CliResult } from '../cli/run-cli.ts';
import { sigmaRule } from '../cli/team.ts';
import { makeRepository, temporaryFolder, type TestRepository } from '../git-repository.ts';

const CONFIG = 'title: Team\nattack: { domains: [ics] }\nsources: [{ name: team, SOURCE }]\n';
const RULE = sigmaRule('One', ['attack.t0843']);

interface Trap {
  repository: TestRepository;
  /** Runs when Git falls for it, and leaves a word. */
  program: string;
  hasRun: () => boolean;
}

/** A repository with two states, in whose config and hooks a program stands wherever Git would run one. */
function trap(): Trap {
  const repository = makeRepository({
    files: {
      'coverbook.yaml': CONFIG.replace('SOURCE', 'path: rules'),
      'rules/one.yml': RULE,
      'rules/gone.yml': sigmaRule('Gone', ['attack.t0845']),
      '.gitattributes': '* filter=trap diff=trap merge=trap ident working-tree-encoding=UTF-8\n',
    },
  });
  const { folder, git, commit } = repository;
  commit({
    'rules/one.yml': `${RULE}# changed\n`,
    'rules/gone.yml': null,
    'rules/moved.yml': sigmaRule('Gone', ['attack.t0845']),
  });
  const canary = join(temporaryFolder(), 'ran');
  const program = join(temporaryFolder(), 'program.sh');
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${canary}'\ncat\n`, { mode: 0o755 });
  const included = join(folder, '.git/included');
  writeFileSync(included, `[core]\n\tfsmonitor = ${program}\n\tpager = ${program}\n`);
  for (const key of [
    'core.alternateRefsCommand',
    'core.askPass',
    'core.editor',
    'core.fsmonitor',
    'core.gitProxy',
    'core.pager',
    'core.sshCommand',
    'credential.helper',
    'diff.external',
    'diff.trap.command',
    'diff.trap.textconv',
    'filter.trap.clean',
    'filter.trap.process',
    'filter.trap.smudge',
    'gpg.program',
    'gpg.ssh.program',
    'gpg.x509.program',
    'interactive.diffFilter',
    'merge.trap.driver',
    'pager.log',
    'pager.config',
    'remote.origin.uploadpack',
    'sequence.editor',
    'ssh.variant',
    'trailer.x.command',
    'uploadpack.packObjectsHook',
  ])
    git('config', key, program);
  for (const alias of ['cat-file', 'config', 'diff-tree', 'for-each-ref', 'log', 'ls-tree', 'rev-parse'])
    git('config', `alias.${alias}`, `!${program}`);
  git('config', 'include.path', included);
  git('config', 'log.showSignature', 'true');
  git('config', 'remote.origin.url', `ext::${program} %S`);
  git('config', 'remote.origin.promisor', 'true');
  git('config', 'remote.origin.partialclonefilter', 'blob:none');
  git('config', 'protocol.ext.allow', 'always');
  const hooks = join(folder, '.git/hooks');
  mkdirSync(hooks, { recursive: true });
  for (const hook of [
    'post-index-change',
    'reference-transaction',
    'post-checkout',
    'fsmonitor-watchman',
    'pre-auto-gc',
    'proc-receive',
  ])
    writeFileSync(join(hooks, hook), `#!/bin/sh\necho ${hook} >> '${canary}'\n`, { mode: 0o755 });
  return {
    repository,
    program,
    hasRun: () => {
      const ran = existsSync(canary);
      rmSync(canary, { force: true });
      return ran;
    },
  };
}

test('nothing that a repository names as a program is run: not when it is read, compared, or looked back at', async () => {
  const { repository, hasRun } = trap();
  const { folder } = repository;
  execFileSync('git', ['-C', folder, 'status'], { stdio: 'ignore' });
  expect(hasRun(), 'the trap works: plain Git runs the program').toBe(true);
  const cache = { COVERBOOK_CACHE: temporaryFolder() };
  for (const source of ['path: rules', 'git: .', 'git: .git', 'git: ., ref: main~1']) {
    writeFileSync(join(folder, 'coverbook.yaml'), CONFIG.replace('SOURCE', source));
    for (const args of [
      ['lint'],
      ['layers', '--only', 'coverage', '--actor', 'none'],
      ['history', '--at', '2025-12-01'],
      ['review', '--base', 'main~1', '--head', 'main'],
      ['review', '--base', 'main~1'],
    ]) {
      await runCli(folder, [...args, '--quiet'], cache);
      expect(hasRun(), `${source}: ${args.join(' ')}`).toBe(false);
    }
  }
});

test('an object that only a remote named by the repository has is not fetched', async () => {
  const { repository, hasRun } = trap();
  const { folder, git } = repository;
  const id = git('rev-parse', 'HEAD:rules/one.yml');
  rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)));
  writeFileSync(join(folder, 'coverbook.yaml'), CONFIG.replace('SOURCE', 'git: .'));
  await runCli(folder, ['layers', '--quiet', '--only', 'coverage', '--actor', 'none'], {
    COVERBOOK_CACHE: temporaryFolder(),
  });
  expect(hasRun()).toBe(false);
});

test('a repository that is cloned runs nothing here, by file or by its hooks', async () => {
  const { repository, hasRun } = trap();
  const team = temporaryFolder();
  writeFileSync(join(team, 'coverbook.yaml'), CONFIG.replace('SOURCE', `git: 'file://${repository.folder}'`));
  const cache = { COVERBOOK_CACHE: temporaryFolder() };
  // The first run clones, the second fetches.
  for (let run = 0; run < 2; run += 1) {
    const { code, stderr } = await runCli(
      team,
      ['layers', '--quiet', '--only', 'coverage', '--actor', 'none'],
      cache,
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(hasRun()).toBe(false);
  }
});

test.each([
  'ext::sh -c "touch PROOF"',
  'fd::17',
  '--upload-pack=touch PROOF',
  'ssh://-oProxyCommand=touch%20PROOF/x',
  'trap::x',
])('an address such as %s runs nothing and is refused', async (address) => {
  const team = temporaryFolder();
  const proof = join(team, 'ran');
  const git = JSON.stringify(address.replace('PROOF', proof));
  writeFileSync(join(team, 'coverbook.yaml'), CONFIG.replace('SOURCE', `git: ${git}`));
  const { code, stderr } = await runCli(team, ['layers', '--quiet'], { COVERBOOK_CACHE: temporaryFolder() });
  expect(existsSync(proof)).toBe(false);
  expect(code).toBe(3);
  expect(stderr).not.toContain('defect');
});

test('SSH is told to ask nobody, as Git is', async () => {
  const team = temporaryFolder();
  const [ssh, heard] = [join(team, 'ssh.sh'), join(team, 'heard')];
  writeFileSync(ssh, `#!/bin/sh\nenv | grep -E 'ASKPASS|TERMINAL_PROMPT' | sort > '${heard}'\nexit 255\n`, {
    mode: 0o755,
  });
  writeFileSync(
    join(team, 'coverbook.yaml'),
    CONFIG.replace('SOURCE', 'git: "git@host.invalid:team/rules.git"'),
  );
  vi.stubEnv('GIT_SSH_COMMAND', ssh);
  vi.stubEnv('SSH_ASKPASS', '');
  const { code } = await runCli(team, ['layers', '--quiet'], { COVERBOOK_CACHE: temporaryFolder() });
  vi.unstubAllEnvs();
  expect(code).toBe(3);
  expect(readFileSync(heard, 'utf8')).toBe(
    'GIT_TERMINAL_PROMPT=0\nSSH_ASKPASS=false\nSSH_ASKPASS_REQUIRE=force\n',
  );
});

test('a remote that does not answer any more is said on stderr, with the age of the copy that is used', async () => {
  const { folder } = makeRepository({ files: { 'one.yml': RULE } });
  const team = temporaryFolder();
  writeFileSync(join(team, 'coverbook.yaml'), CONFIG.replace('SOURCE', `git: 'file://${folder}'`));
  const run = (): Promise<CliResult> =>
    runCli(team, ['layers', '--quiet', '--only', 'coverage', '--actor', 'none'], { COVERBOOK_CACHE: cache });
  const cache = temporaryFolder();
  expect(await run()).toMatchObject({ code: 0, stderr: '' });
  renameSync(folder, `${folder}-gone`);
  const { code, stderr } = await run();
  renameSync(`${folder}-gone`, folder);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^warning: file:.* cannot be cloned: .*Using the copy in the cache, of 2026-01-01T10:00:00Z\.\n$/,
  );
});

test('a token in an address is in no output, no message and no file of the cache', async () => {
  const token = 'ghp_ThisIsNoRealToken';
  const team = temporaryFolder();
  const cache = temporaryFolder();
  const address = `https://robot:${token}@127.0.0.1:9/team/rules.git`;
  writeFileSync(join(team, 'coverbook.yaml'), CONFIG.replace('SOURCE', `git: '${address}'`));
  const failed = await runCli(team, ['layers'], { COVERBOOK_CACHE: cache });
  expect(failed.code).toBe(3);
  expect(failed.stderr).toContain('https://127.0.0.1:9/team/rules.git');
  expect(failed.stderr + failed.stdout).not.toContain(token);

  const { folder, git } = makeRepository({
    files: { 'coverbook.yaml': CONFIG.replace('SOURCE', 'path: rules'), 'rules/one.yml': RULE },
  });
  git('remote', 'add', 'origin', `https://robot:${token}@github.com/example/rules.git`);
  for (const args of [
    ['layers'],
    ['lint', '--format', 'sarif'],
    ['review', '--base', 'HEAD', '--format', 'html'],
    ['export', '--format', 'json', '--out', 'x/'],
  ]) {
    const { stdout, stderr } = await runCli(folder, args, { COVERBOOK_CACHE: cache });
    expect(stdout + stderr).not.toContain(token);
  }
  const found = execFileSync('sh', [
    '-c',
    `grep -rlF ${token} "$@" || true`,
    'sh',
    join(folder, 'dist'),
    join(folder, 'x'),
    cache,
  ]);
  expect(found.toString()).toBe('');
});
