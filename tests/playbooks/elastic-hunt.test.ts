import { expect, test } from 'vitest';
import { elasticHunts } from '../../src/playbooks/formats/elastic-hunt.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readContent } from './reading.ts';

const HUNT = `[hunt]
author = "Elastic"
name = "Odd parents"
uuid = "11111111-2222-4333-8444-555555555555"
description = " Something starts from an odd parent. "
integration = ["endpoint", "windows"]
language = ["ES|QL", "SQL"]
notes = ["Look at the parent.", "Then at the child."]
mitre = ["T1055", "T1574.001", "AML.T0051"]
references = ["https://example.org/", "javascript:alert(1)"]
query = ['''
FROM logs-*
| LIMIT 1
''', '''
-- every user
SELECT * FROM users
''', '''
/* fenced
\`\`\`\` */
from logs-b
''']
`;

test('a hunt is read with its queries, each in its own language, and its notes as a body', () => {
  expect(readContent(elasticHunts, 'a.toml', HUNT)).toMatchSnapshot();
});

test('a rule of the same repository is no hunt', () => {
  expect(readContent(elasticHunts, 'a.toml', '[rule]\nname = "A"\n')).toBeUndefined();
});

test('values of the wrong kind are left out and never throw', () => {
  const text = '[hunt]\nname = "A"\nmitre = "T1055"\nquery = 5\nlanguage = [1]\nnotes = [["x"]]\n';
  expect(readContent(elasticHunts, 'a.toml', text)?.playbooks?.[0]).toMatchObject({
    title: 'A',
    mappings: [],
    queries: [],
  });
});

test('the first word of a query is found behind any comments, and a row of dashes does not hang', () => {
  const languageOf = (query: string): string | undefined =>
    readContent(
      elasticHunts,
      'a.toml',
      `[hunt]\nname = "A"\nlanguage = ["ES|QL", "SQL"]\nquery = [${JSON.stringify(query)}]\n`,
    )?.playbooks?.[0]?.queries[0]?.language;
  expect(languageOf('/* a */ -- b\n// c\n  select 1')).toBe('sql');
  expect(languageOf('/* never closed from x')).toBe(languageOf(''));
  // One comment after the other, in every way a row can be parted: never through, if all are tried.
  expect(languageOf(`${'-'.repeat(20_000)}\n!`)).toBe(languageOf(''));
});

const folder = corpora('Elastic hunts');
test.runIf(folder)('all 140 hunts of Elastic are read, 136 of them mapped, none to MITRE ATLAS', () => {
  const root = corpusFolder(folder ?? '', 'elastic-rules.tar.gz');
  const hunts = corpusFiles(root, ['**/hunting/**/*.toml']).flatMap(
    ({ path, bytes }) => readContent(elasticHunts, path, bytes)?.playbooks ?? [],
  );
  expect(hunts).toHaveLength(140);
  expect(hunts.filter(({ mappings }) => mappings.length > 0)).toHaveLength(136);
  const ids = hunts.flatMap(({ mappings }) => mappings.map(({ id }) => id));
  expect(ids.filter((id) => id.includes('.'))).toHaveLength(151);
  expect(ids.filter((id) => !id.includes('.'))).toHaveLength(80);
  const languages = Object.groupBy(
    hunts.flatMap(({ queries }) => queries),
    ({ language }) => language,
  );
  expect(Object.keys(languages).sort()).toEqual(['eql', 'esql', 'sql']);
});
