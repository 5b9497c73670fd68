import { expect, test } from 'vitest';
import type { FileHistory } from '../../src/sources/source.ts';
import { openContentCache } from '../../src/workspace/content-cache.ts';
import { readContents } from '../../src/workspace/read-content.ts';
import { withDates } from '../../src/workspace/with-dates.ts';
import { openSource } from '../../src/sources/open.ts';
import { makeRepository, temporaryFolder, type Files } from '../git-repository.ts';
import { aSource } from '../workspace-builder.ts';

const rule = (dates: string): string => `title: A rule
logsource: { product: windows, category: process_creation }
detection: { selection: { Image: a.exe }, condition: selection }
${dates}`;

const DATED = rule('date: 2026-01-01\nmodified: 2026-02-01\n');
const UNDATED = rule('');

interface Asked {
  /** Where the log was first asked for: before a file was read, while they were, never. */
  asked: 'before' | 'while reading' | undefined;
  dates: ReadonlyMap<string, FileHistory>;
}

async function read(files: Files, role: 'deployed' | 'library', always: boolean): Promise<Asked> {
  const spec = { ...aSource({ name: 'team', role }).spec, git: makeRepository({ files }).folder };
  const source = await openSource(spec, { cacheDir: temporaryFolder(), fullHistory: true });
  const cache = openContentCache(undefined, spec, '1');
  let asked: Asked['asked'];
  let isReading = false;
  const watched = {
    ...source,
    history: () => {
      asked ??= isReading ? 'while reading' : 'before';
      return source.history();
    },
  };
  const dated = withDates({ source: watched, cache }, always);
  isReading = true;
  await readContents([dated], 1);
  isReading = false;
  return { asked, dates: await dated.history() };
}

test('the log is read beside the files when everything is to have its dates', async () => {
  const { asked, dates } = await read({ 'a.yml': DATED }, 'library', true);
  expect(asked).toBe('before');
  expect([...dates.keys()]).toEqual(['a.yml']);
});

test('the first rule without a date of its own has the log read, of a deployed source alone', async () => {
  const files = { 'a.yml': DATED, 'b.yml': UNDATED, 'c.yml': UNDATED };
  const deployed = await read(files, 'deployed', false);
  expect(deployed.asked).toBe('while reading');
  expect([...deployed.dates.keys()].sort()).toEqual(['a.yml', 'b.yml', 'c.yml']);
  expect(await read(files, 'library', false)).toEqual({ asked: undefined, dates: new Map() });
});

test('where each rule says how old it is, nobody asks the log', async () => {
  expect(await read({ 'a.yml': DATED }, 'deployed', false)).toEqual({ asked: undefined, dates: new Map() });
});
