import { extname } from 'node:path';
import { expect, test } from 'vitest';
import { datadog } from '../../src/detections/formats/datadog.ts';
import { elasticEndpoint } from '../../src/detections/formats/elastic-endpoint.ts';
import { elasticExport } from '../../src/detections/formats/elastic-export.ts';
import { kql } from '../../src/detections/formats/kql.ts';
import { osquery } from '../../src/detections/formats/osquery.ts';
import { plainMarkdown } from '../../src/detections/formats/plain-markdown.ts';
import { plain } from '../../src/detections/formats/plain.ts';
import { coverbookPlaybooks } from '../../src/playbooks/formats/coverbook.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { parseFile } from '../parse-file.ts';

const shared = corpora('public rules in formats of their own');

const READERS = [
  elasticEndpoint,
  elasticExport,
  datadog,
  osquery,
  kql,
  plain,
  plainMarkdown,
  coverbookPlaybooks,
];

/** Archive → how many of its files are parsed. */
const CORPORA = [
  ['elastic-rules.tar.gz', 2332],
  ['sigma-rules-history.bundle', 4017],
  ['kql-markdown.tar.gz', 455],
  ['threathunter-playbook.tar.gz', 52],
  ['car-analytics.tar.gz', 102],
  ['atomic-red-team.tar.gz', 341],
] as const;

test.runIf(shared).each(CORPORA)('nothing of %s is taken for a rule of another kind', (archive, least) => {
  const files = corpusFiles(corpusFolder(shared ?? '', archive), ['**/*.{toml,yml,yaml,md,json,csv}']);
  expect(files.length).toBeGreaterThanOrEqual(least);
  const taken = files.flatMap(({ path, bytes }) => {
    const parsed = parseFile(path, bytes);
    if ('finding' in parsed) return [];
    const extension = extname(path).toLowerCase();
    return READERS.filter(
      (reader) => reader.extensions.includes(extension) && reader.recognises(parsed.file),
    ).map(({ id }) => `${path} by ${id}`);
  });
  expect(taken).toEqual([]);
});
