import { expect, test } from 'vitest';
import { car } from '../../src/detections/formats/car.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readWith } from '../reading.ts';

const shared = corpora('analytics of MITRE CAR');

test.runIf(shared)("CAR's analytics are read whole", () => {
  const files = corpusFiles(corpusFolder(shared ?? '', 'car-analytics.tar.gz'), ['**/*.yaml']);
  const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));
  const read = files.map(({ path, bytes }) => readWith(car, path, bytes));
  expect(read.every(({ isRecognised }) => isRecognised)).toBe(true);
  expect(read.flatMap(({ findings }) => findings)).toEqual([]);
  const detections = read.flatMap((file) => file.detections);
  expect(detections).toHaveLength(102);
  expect(new Set(detections.map(({ id }) => id)).size).toBe(102);

  const unmapped = detections.filter(({ mappings }) => mappings.length === 0);
  expect(unmapped.map(({ id, tactics }) => [id, tactics]).sort()).toEqual([
    ['CAR-2015-07-001', []],
    ['CAR-2020-04-001', []],
  ]);
  expect(texts.filter((text) => /^ *-? *technique: T\d{4}/m.test(text))).toHaveLength(100);
  const mappings = detections.flatMap((detection) => detection.mappings);
  expect(mappings.filter(({ id }) => !id.includes('.'))).toHaveLength(159);
  expect(mappings.filter(({ path }) => path)).toHaveLength(108);
  const written = texts.join('\n').match(/^ *- T\d{4}\.\d{3}\s*$/gm) ?? [];
  expect(mappings.filter(({ id }) => id.includes('.'))).toHaveLength(written.length);

  expect(detections.every(({ created }) => created !== undefined)).toBe(true);
  expect(detections.filter(({ modified }) => modified !== undefined)).toHaveLength(2);
  expect(detections.filter(({ authors }) => authors.length === 0)).toHaveLength(1);
});

test.runIf(shared)("CAR's implementations and unit tests are shown, and prove nothing", () => {
  const files = corpusFiles(corpusFolder(shared ?? '', 'car-analytics.tar.gz'), ['**/*.yaml']);
  const detections = files.flatMap(({ path, bytes }) => readWith(car, path, bytes).detections);
  const byLanguage = Map.groupBy(detections, ({ language }) => language ?? 'none');
  expect(Object.fromEntries([...byLanguage].map(([language, { length }]) => [language, length]))).toEqual({
    spl: 66,
    text: 20,
    logpoint: 11,
    none: 3,
    dnif: 1,
    eql: 1,
  });
  const headings = detections.flatMap(({ guide }) => guide?.match(/^### (?!Test \d)/gm) ?? []);
  expect(headings.length).toBeGreaterThanOrEqual(271);
  expect(detections.filter(({ simulations }) => simulations.length > 0)).toHaveLength(38);
  expect(detections.flatMap(({ simulations }) => simulations)).toHaveLength(68);
  expect(detections.flatMap(({ tests }) => tests)).toEqual([]);
});
