import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { joinCompanions } from '../../src/playbooks/join-companions.ts';
import { readFile } from '../read-file.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';

const shared = corpora('hunts of the ThreatHunter-Playbook');

test.runIf(shared)('26 hunts are read whole, and nothing else of the repository is one', () => {
  const folder = corpusFolder(shared ?? '', 'threathunter-playbook.tar.gz');
  // A good part of its Markdown is in hidden folders.
  const paths = globSync(['**/*.md', '**/*.yaml'], { cwd: folder, dot: true });
  expect(paths.filter((path) => path.endsWith('.md'))).toHaveLength(73);
  const contents = paths.map((path) => ({
    file: { path },
    content: readFile(path, readFileSync(join(folder, path))),
  }));
  expect(contents.flatMap(({ content }) => content.findings)).toEqual([]);
  expect(contents.filter(({ content }) => content.detections.length > 0)).toEqual([]);
  const { completed, alone } = joinCompanions(contents);
  expect(alone).toEqual([]);
  const hunts = [...completed.values()].flat();
  expect(hunts).toHaveLength(26);
  const withHunt = contents
    .filter(({ content }) => content.playbooks.length > 0)
    .map(({ file }) => file.path);
  expect(withHunt.every((path) => path.endsWith('/metadata.yaml'))).toBe(true);
  expect([...completed.keys()].sort()).toEqual(withHunt.sort());

  expect(hunts.filter(({ mappings }) => mappings.length === 0)).toEqual([]);
  expect(hunts.filter(({ created, reviewed }) => created === undefined || reviewed === undefined)).toEqual(
    [],
  );
  expect(hunts.filter(({ authors, platforms }) => authors.length === 0 || platforms.length !== 1)).toEqual(
    [],
  );
  expect(hunts.filter(({ body, dataSources }) => body === '' || dataSources.length === 0)).toEqual([]);
});

test.runIf(shared)('its mappings and analytics are those a search through the raw text finds', () => {
  const files = corpusFiles(corpusFolder(shared ?? '', 'threathunter-playbook.tar.gz'), [
    'docs/hunts/**/metadata.yaml',
    'docs/hunts/**/notebook.md',
  ]);
  const contents = files.map(({ path, bytes }) => ({ file: { path }, content: readFile(path, bytes) }));
  const { completed } = joinCompanions(contents);
  const texts = new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]));
  let mappings = 0;
  let queries = 0;
  for (const [path, [hunt]] of completed) {
    const metadata = texts.get(path) ?? '';
    const written = [
      ...metadata.matchAll(/technique: (T\d{4})\s*\n\s+sub[-_]technique:[ ]*(?:"(\d{3})"|None)?/g),
    ].map(([, technique = '', sub]) => (sub === undefined ? technique : `${technique}.${sub}`));
    expect(hunt?.mappings.map(({ id }) => id)).toEqual(written);
    const notebook = texts.get(`${dirname(path)}/notebook.md`) ?? '';
    const blocks = [...notebook.matchAll(/^```\{code-block\}[^\n]*\n([\s\S]*?)\n```/gm)].map(
      ([, text]) => text,
    );
    expect(hunt?.queries.map(({ text }) => text)).toEqual(blocks);
    expect(hunt?.queries.every(({ platform = '' }) => platform.startsWith('Analytic'))).toBe(true);
    mappings += written.length;
    queries += blocks.length;
  }
  expect({ mappings, queries }).toEqual({ mappings: 29, queries: 81 });
});
