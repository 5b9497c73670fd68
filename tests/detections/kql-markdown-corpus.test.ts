import { expect, test } from 'vitest';
import { kqlMarkdown } from '../../src/detections/formats/kql-markdown.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder, type CorpusFile } from '../corpus-files.ts';
import { readWith } from '../reading.ts';

const shared = corpora('Kusto queries in Markdown');

function files(archive: string): CorpusFile[] {
  return corpusFiles(corpusFolder(shared ?? '', archive), ['**/*.md']);
}

/** Ids in the first column of a table, by lines alone: queries begin no line with a cell. */
function idsInRows(text: string): string[] {
  return [...text.matchAll(/^\|\s*(T\d{4}(?:\.\d{3})?)[\s\]]*\|/gm)].map(([, id = '']) => id);
}

test.runIf(shared)('the collection is read whole, but for its index pages and its template', () => {
  const pages = files('kql-markdown.tar.gz').map(({ path, bytes }) => ({
    path,
    text: Buffer.from(bytes).toString('utf8'),
    read: readWith(kqlMarkdown, path, bytes),
  }));
  const fenced = pages.filter(({ text }) => /^```/m.test(text));
  expect([pages.length, fenced.length]).toEqual([455, 448]);

  // Without a block: lists of links, and a page that says where it moved to. With one: greetings and examples.
  expect(pages.filter(({ read }) => !read.isRecognised).map(({ path }) => path)).toEqual([
    'Azure Resource Graph/README.md',
    'Community Repositories.md',
    'Defender For Endpoint/Living Off The Land/README.md',
    'MISP/MISP Feed Implementation Status/README.md',
    'MISP/README.md',
    'MITRE ATT&CK/Mapping.md',
    'README.md',
    'Security Operations/README.md',
    'Sentinel/Summary Rules/AzureHound.md',
    'Sentinel/Summary Rules/README.md',
  ]);
  expect(pages.filter(({ read }) => read.ignored !== undefined).map(({ path }) => path)).toEqual([
    'DetectionTemplate.md',
  ]);

  const detections = pages.flatMap(({ read }) => read.detections);
  expect(detections).toHaveLength(448 - 3 - 1);
  expect(pages.flatMap(({ read }) => read.findings)).toEqual([]);
  expect(detections.filter(({ mappings }) => mappings.length > 0)).toHaveLength(121 - 1);
  expect(detections.flatMap(({ tactics, actors, tags }) => [...tactics, ...actors, ...tags])).toEqual([]);
  expect(detections.flatMap(({ unrecognised = [] }) => unrecognised.map(({ written }) => written))).toEqual([
    'Multiple',
  ]);
  expect(detections.filter(({ query = '' }) => query.trim() === '')).toEqual([]);
  expect(detections.filter(({ title }) => title.trim() === '')).toEqual([]);
  expect(new Set(detections.flatMap(({ authors }) => authors))).toEqual(
    new Set(['Alex Teixeira', 'Babak Mahmoodizadeh', 'Gavin Knapp', 'Guy Sukerman']),
  );
});

test.runIf(shared)('every row of a technique table is a mapping at its place, once an id', () => {
  let rows = 0;
  let mapped = 0;
  for (const { path, bytes } of files('kql-markdown.tar.gz')) {
    const text = Buffer.from(bytes).toString('utf8');
    const [detection] = readWith(kqlMarkdown, path, bytes).detections;
    if (!detection) continue;
    const ids = idsInRows(text);
    rows += ids.length;
    mapped += ids.length > 0 ? 1 : 0;
    expect(
      detection.mappings.map(({ id }) => id),
      path,
    ).toEqual([...new Set(ids)]);
    for (const { written, pointer } of detection.mappings) {
      expect(text.slice(Number(pointer[0]), Number(pointer[1])), path).toBe(written);
    }
  }
  // The template has the last of the 145 rows in 121 files.
  expect([rows, mapped]).toEqual([144, 120]);
});

test.runIf(shared)('sections of a page are found by their headings', () => {
  const read = files('kql-markdown.tar.gz').flatMap(({ path, bytes }) =>
    readWith(kqlMarkdown, path, bytes).detections.map((detection) => ({
      detection,
      text: Buffer.from(bytes).toString('utf8'),
    })),
  );
  const without = (heading: RegExp, has: (index: number) => boolean): number =>
    read.filter(({ text }, index) => heading.test(text) && !has(index)).length;
  expect(
    without(/^#{2,4} Description\s*?\n(?!\s*#)/m, (at) => read[at]?.detection.description !== undefined),
  ).toBe(0);
  expect(
    without(/^## Sentinel\s*?\n/m, (at) => read[at]?.detection.platforms.includes('Sentinel') === true),
  ).toBe(0);
  expect(
    without(
      /^## Defender XDR\s*?\n/m,
      (at) => read[at]?.detection.platforms.includes('Defender XDR') === true,
    ),
  ).toBe(0);
  expect(
    without(/^#### Risk\s*?\n+[^#\s]/m, (at) => read[at]?.detection.guide?.includes('## Risk') === true),
  ).toBe(0);
});

test.runIf(shared)('Markdown of other collections is not recognised', () => {
  for (const [archive, globs] of [
    ['threathunter-playbook.tar.gz', 20],
    ['sigma-rules-history.bundle', 5],
  ] as const) {
    const others = files(archive);
    expect(others.length, archive).toBeGreaterThan(globs);
    expect(others.filter(({ path, bytes }) => readWith(kqlMarkdown, path, bytes).isRecognised)).toEqual([]);
  }
});
