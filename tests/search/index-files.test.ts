import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { documentationPages } from '../../src/search/documentation-pages.ts';
import { indexFiles } from '../../src/search/index-files.ts';
import { partsOf } from '../../src/search/record-parts.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { searchRecords } from '../../src/search/records.ts';
import { parseConfig } from '../../src/workspace/load-config.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { corpora } from '../corpora.ts';
import { corpusFolder } from '../corpus-files.ts';
import { aDetection, aWorkspace } from '../workspace-builder.ts';
import { searchedModel } from './searched-model.ts';

const shared = corpora('the search index of all of SigmaHQ');
const cacheDir = mkdtempSync(join(tmpdir(), 'coverbook-search-'));
afterAll(() => {
  rmSync(cacheDir, { recursive: true, force: true });
});

/** Bytes of the index for each record, what Pagefind itself is made of left out. */
async function bytesPerRecord(records: readonly SearchRecord[]): Promise<number> {
  const files = await indexFiles(partsOf(records));
  const own = [...files].filter(([path]) => !/\.js$|^wasm/.test(path));
  return own.reduce((sum, [, { length }]) => sum + length, 0) / records.length;
}

test('the same records give the same files, byte for byte', async () => {
  const records = searchRecords(
    searchedModel(
      aWorkspace({
        detections: [
          aDetection({ title: 'One', techniques: ['T1059.001'], platforms: ['Linux', 'macOS', 'Windows'] }),
          aDetection({ title: 'Two', techniques: ['T1003'], platforms: ['Windows'] }),
        ],
      }),
    ),
  );
  const hex = (files: ReadonlyMap<string, Uint8Array>): string[] =>
    [...files].map(([path, bytes]) => `${path} ${Buffer.from(bytes).toString('base64')}`);
  const first = hex(await indexFiles(partsOf(records)));
  expect(hex(await indexFiles(partsOf(records)))).toEqual(first);
  expect(first.filter((file) => file.startsWith('pagefind/filter/')).length).toBeGreaterThanOrEqual(4);
});

test('only what the site uses of Pagefind is written', async () => {
  const paths = [...(await indexFiles(partsOf(searchRecords(searchedModel(aWorkspace()))))).keys()];
  expect(paths.every((path) => path.startsWith('pagefind/'))).toBe(true);
  const files = paths.map((path) => path.slice('pagefind/'.length));
  expect(files.filter((path) => !path.includes('/')).map((path) => path.replace(/\.en_\w+\./, '.'))).toEqual([
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
});

test('the documentation is found like any other page', async () => {
  const own = searchRecords(searchedModel(aWorkspace()));
  const fragments = (files: ReadonlyMap<string, Uint8Array>): Set<string> =>
    new Set(
      [...files].flatMap(([path, bytes]) =>
        path.includes('/fragment/') ? [gunzipSync(bytes).toString('utf8')] : [],
      ),
    );
  const before = fragments(await indexFiles(partsOf(own)));
  const after = fragments(await indexFiles(partsOf(own, documentationPages())));
  const added = [...after.difference(before)];
  expect(added).toHaveLength(documentationPages().length);
  expect(added.some((text) => text.includes('"url":"methodology/'))).toBe(true);
  expect(added.every((text) => text.includes('"type":["documentation"]'))).toBe(true);
});

test('what nobody declares in a filter does not make a record without one fail', async () => {
  const bare: SearchRecord = {
    type: 'page',
    path: 'x/',
    title: 'X',
    keys: [],
    aliases: [],
    line: '',
    text: '',
    filters: {},
  };
  expect((await indexFiles(partsOf([bare]))).size).toBeGreaterThan(5);
});

test('ATT&CK alone takes less than half a kilobyte for each record', async () => {
  expect(await bytesPerRecord(searchRecords(searchedModel(aWorkspace())))).toBeLessThan(500);
});

test.runIf(shared)(
  'all of SigmaHQ takes less than a kilobyte for each record',
  async () => {
    const config = await parseConfig(
      JSON.stringify({
        sources: [
          {
            name: 'sigmahq',
            git: corpusFolder(shared!, 'sigma-rules-history.bundle'),
            include: ['rules/**', 'rules-*/**'],
          },
        ],
      }),
      '/nowhere/coverbook.yaml',
    );
    const { workspace } = await loadWorkspace(config, {
      cacheDir,
      attackDir: cacheDir,
      useCache: true,
      history: false,
    });
    const records = searchRecords(searchedModel(workspace));
    expect(records.length).toBeGreaterThan(5000);
    expect(await bytesPerRecord(records)).toBeLessThan(1000);
  },
  300_000,
);
