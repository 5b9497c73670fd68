import { expect, test } from 'vitest';
import { falco } from '../../src/detections/formats/falco.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readWith } from '../reading.ts';

const shared = corpora("Falco's rules");

test.runIf(shared)("Falco's rules are read whole", () => {
  const files = corpusFiles(corpusFolder(shared ?? '', 'falco-rules.tar.gz'), ['**/*.yaml']);
  expect(files).toHaveLength(3);
  const read = files.map(({ path, bytes }) => ({
    lines: new TextDecoder().decode(bytes).split('\n'),
    ...readWith(falco, path, bytes),
  }));
  expect(read.flatMap(({ findings }) => findings)).toEqual([]);
  const detections = read.flatMap((file) => file.detections);
  expect(detections).toHaveLength(93);
  const raw = read.flatMap(({ lines }) => lines);
  expect(raw.filter((line) => line.startsWith('- rule:'))).toHaveLength(93);

  const mapped = detections.filter(({ mappings }) => mappings.length > 0);
  expect(mapped).toHaveLength(79);
  expect(raw.filter((line) => /^ +tags:.*\bT1\d{3}/.test(line))).toHaveLength(79);
  const rest = detections.filter(({ mappings }) => mappings.length === 0);
  expect(rest.filter(({ tactics }) => tactics.length > 0)).toHaveLength(14);
  expect(detections.flatMap(({ unrecognised }) => unrecognised ?? [])).toEqual([]);

  const byStatus = Map.groupBy(detections, ({ status }) => status);
  expect([...byStatus].map(([status, { length }]) => [status, length]).sort()).toEqual([
    ['experimental', 37],
    ['production', 25],
    ['test', 31],
  ]);
  expect(detections.filter(({ enabled }) => !enabled)).toHaveLength(12);
  expect(raw.filter((line) => /^ +enabled: *false/.test(line))).toHaveLength(12);
  expect(detections.filter(({ severity }) => severity === undefined)).toEqual([]);
});

test.runIf(shared)('every rule of Falco stands in exactly its own lines', () => {
  for (const { path, bytes } of corpusFiles(corpusFolder(shared ?? '', 'falco-rules.tar.gz'), [
    '**/*.yaml',
  ])) {
    const lines = new TextDecoder().decode(bytes).split('\n');
    for (const { title, lines: place } of readWith(falco, path, bytes).detections) {
      const own = lines.slice(place.from - 1, place.to);
      expect(own[0]).toBe(`- rule: ${title}`);
      expect(own.filter((line) => /^\S/.test(line))).toHaveLength(1);
      expect(own.at(-1)?.trim(), title).not.toBe('');
      expect(lines.slice(place.to).find((line) => line.trim() !== '') ?? '#', title).toMatch(/^[#-]/);
    }
  }
});
