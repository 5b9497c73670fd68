import { execFile } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { describeFiles } from '../../src/output/file-states.ts';
import { writeLastBuild } from '../../src/site/kept/last-build.ts';
import { siteAsLeft } from '../../src/site/kept/site-as-left.ts';
import { makeFolder, TEAM_FILES } from '../cli/team.ts';
import { temporaryFolder } from '../git-repository.ts';

/** A site of three files that a build has just left. */
function left(inputs?: string): { cache: string; out: string } {
  const [cache, out] = [temporaryFolder(), temporaryFolder()];
  const files = ['index.html', 'docs/start/index.html', 'assets/page.css'];
  for (const file of files) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), file);
  }
  writeLastBuild(cache, out, {
    ...(inputs !== undefined && { inputs }),
    site: 'site',
    pages: 2,
    assets: ['assets/page.css'],
    files: Object.fromEntries([...describeFiles(out, files)].map(([file, state]) => [file, ['', ...state]])),
  });
  return { cache, out };
}

test('a folder that is as the last build of the same inputs left it has its pages', () => {
  const { cache, out } = left('inputs');
  expect(siteAsLeft(cache, out, 'inputs')).toBe(2);
  expect(siteAsLeft(cache, out, 'others')).toBeUndefined();
  expect(siteAsLeft(cache, temporaryFolder(), 'inputs')).toBeUndefined();
});

test('a build that did not know what it was made from is done again', () => {
  const { cache, out } = left();
  expect(siteAsLeft(cache, out, 'inputs')).toBeUndefined();
});

const CHANGES: [what: string, change: (out: string) => void][] = [
  [
    'a page that was written to',
    (out) => {
      appendFileSync(join(out, 'index.html'), '!');
    },
  ],
  [
    'a stylesheet that is gone',
    (out) => {
      rmSync(join(out, 'assets/page.css'));
    },
  ],
  [
    'a file nobody wrote',
    (out) => {
      writeFileSync(join(out, 'docs/notes.txt'), '');
    },
  ],
  [
    'a link nobody made',
    (out) => {
      symlinkSync('/etc', join(out, 'docs/etc'));
    },
  ],
  [
    'no folder',
    (out) => {
      rmSync(out, { recursive: true });
    },
  ],
];

test.each(CHANGES)('%s: there is something to do', (_what, change) => {
  const { cache, out } = left('inputs');
  change(out);
  expect(siteAsLeft(cache, out, 'inputs')).toBeUndefined();
});

test('a build with nothing changed says so and writes nothing; with another option or text it builds', async () => {
  // The smallest of ATT&CK's domains: what is tried is the same for all.
  const config = `${TEAM_FILES['coverbook.yaml']}attack: { domains: [ics] }\n`;
  const team = makeFolder({ ...TEAM_FILES, 'coverbook.yaml': config });
  const cache = temporaryFolder();
  const build = async (...args: string[]): Promise<string> => {
    const { stderr } = await promisify(execFile)(
      process.execPath,
      [resolve('scripts/coverbook.mjs'), 'build', ...args],
      { cwd: team, env: { ...process.env, COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache } },
    );
    return stderr;
  };
  const times = (): Record<string, number> =>
    Object.fromEntries(
      readdirSync(join(team, 'dist'), { recursive: true, encoding: 'utf8' }).map((path) => {
        const { mtimeMs, ino } = statSync(join(team, 'dist', path));
        return [path, mtimeMs + ino];
      }),
    );
  const AS_LEFT = /^\d+ pages in .+, as the last run left them \(/m;
  const first = await build();
  expect(first).not.toMatch(AS_LEFT);
  const before = times();
  const again = await build();
  expect(again).toMatch(AS_LEFT);
  expect(/(\d+) pages/.exec(again)?.[1]).toBe(/(\d+) pages/.exec(first)?.[1]);
  expect(times()).toEqual(before);
  // A run that was killed when all was in its place but not all was tidied up.
  const litter = join(team, '.dist.old-4194999-3f0c6b8e-2d1f-4f57-9b1e-0a9c5f7d1e22');
  mkdirSync(litter);
  expect(await build('--quiet')).toBe('');
  expect(existsSync(litter)).toBe(false);
  expect(await build('--preview', 'topic')).not.toMatch(AS_LEFT);
  appendFileSync(join(team, 'content/detections/claimed.yml'), '# Another word.\n');
  expect(await build()).not.toMatch(AS_LEFT);
  expect(await build()).toMatch(AS_LEFT);
}, 300_000);
