import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stateOf } from '../faults/folder-state.ts';
import { COVERBOOK, runProcess } from '../faults/run-process.ts';
import { temporaryFolder } from '../git-repository.ts';
import { anotherCheckout, committedTeam, fullTeam } from './full-team.ts';

interface Machine {
  team: string;
  cache: string;
  env?: NodeJS.ProcessEnv;
  through?: string[];
  command?: string;
}

const hasTaskset = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** Whoever builds: their time zone, language, rights of new files, number of cores, folders and what is cached. */
function machines(team: string, elsewhere: string, warm: string): [what: string, machine: Machine][] {
  const cold = (): string => join(temporaryFolder(), 'cache');
  const shell = (line: string): string[] => ['sh', '-c', `${line}; exec "$@"`, 'sh'];
  return [
    [
      'in Samoa, in Turkish, in another folder whose files were made in another order, with another home and a strict umask',
      {
        team: elsewhere,
        cache: cold(),
        env: {
          ...language('tr_TR.UTF-8'),
          TZ: 'Pacific/Apia',
          HOME: temporaryFolder(),
          TMPDIR: temporaryFolder(),
        },
        through: shell('umask 077'),
      },
    ],
    [
      'in Newfoundland, in C, with one core',
      {
        team,
        cache: cold(),
        env: { ...language('C'), TZ: 'America/St_Johns' },
        through: hasTaskset ? ['taskset', '-c', '0'] : [],
      },
    ],
    [
      'in Swedish, with a warm cache, by another checkout of Coverbook',
      { team, cache: warm, env: { ...language('sv_SE.UTF-8'), TZ: 'UTC' }, command: anotherCheckout() },
    ],
  ];
}

function language(name: string): NodeJS.ProcessEnv {
  return { LC_ALL: name, LANG: name, LANGUAGE: name.slice(0, 2) };
}

async function outputOf(
  args: readonly string[],
  { team, cache, env, through = [], command = COVERBOOK }: Machine,
): Promise<Map<string, string>> {
  const out = join(temporaryFolder(), 'out');
  const { code, stdout, stderr } = await runProcess([...args, '--quiet', '--out', out], {
    cwd: team,
    env: { COVERBOOK_CACHE: cache, SOURCE_DATE_EPOCH: '', ...env },
    through: [...through],
    command,
  });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).not.toContain(team);
  return stateOf(out);
}

test.each([
  ['layers', ['layers'], 'enterprise, mobile, ics'],
  ['the tables', ['export', '--format', 'csv'], 'enterprise, ics'],
  ['the workbook', ['export', '--format', 'xlsx'], 'enterprise, ics'],
  ['the STIX bundle', ['export', '--format', 'stix'], 'enterprise, ics'],
  ['the drawings', ['export', '--format', 'svg'], 'enterprise, ics'],
  ['the site', ['build'], 'ics'],
])(
  '%s: the same content gives the same bytes',
  async (_, args, domains) => {
    const files = fullTeam(domains);
    const team = committedTeam(files);
    const elsewhere = join(temporaryFolder(), 'a much longer path, ünd odd');
    mkdirSync(elsewhere);
    committedTeam(Object.fromEntries(Object.entries(files).reverse()), elsewhere);
    const warm = join(temporaryFolder(), 'cache');
    const first = await outputOf(args, { team, cache: warm });
    expect(first.size).toBeGreaterThan(0);
    for (const [what, machine] of machines(team, elsewhere, warm)) {
      const second = await outputOf(args, machine);
      expect([...second.keys()], what).toEqual([...first.keys()]);
      const differing = [...first].filter(([path, hash]) => second.get(path) !== hash).map(([path]) => path);
      expect(differing, what).toEqual([]);
    }
  },
  600_000,
);
