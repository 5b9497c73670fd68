import { expect, test } from 'vitest';
import { panther } from '../../src/detections/formats/panther.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readWith } from '../reading.ts';

const shared = corpora("Panther's rules");

const ARCHIVE = 'panther-rules.tar.gz';

/** Lines of the raw texts, for counts that no parser had a hand in. */
function rawLines(texts: string[], pattern: RegExp): number {
  return texts.reduce((sum, text) => sum + (text.match(pattern) ?? []).length, 0);
}

test.runIf(shared)("Panther's rules are read whole", () => {
  const files = corpusFiles(corpusFolder(shared ?? '', ARCHIVE), ['**/*.yml']);
  const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));
  const read = files.map(({ path, bytes }) => readWith(panther, path, bytes));
  const detections = read.flatMap((file) => file.detections);

  expect(read.every(({ isRecognised, ignored }) => isRecognised && ignored === undefined)).toBe(true);
  expect(read.flatMap(({ findings }) => findings)).toEqual([]);
  expect(detections).toHaveLength(876);
  expect(rawLines(texts, /^AnalysisType: (?:rule|scheduled_rule|correlation_rule|policy)\b/gm)).toBe(876);

  // One rule has its tactic as the name of the report, and so no pair.
  const mapped = detections.filter(({ mappings }) => mappings.length > 0);
  const pairs = /^ *- *["']?TA\d+: ?T\d{4}/m;
  expect(mapped).toHaveLength(607);
  expect(texts.filter((text) => pairs.test(text))).toHaveLength(606);
  const mappings = detections.flatMap((detection) => detection.mappings);
  expect(mappings).toHaveLength(904);
  expect(rawLines(texts, new RegExp(pairs, 'gm'))).toBe(903);
  expect(mappings.filter(({ id }) => id.includes('.'))).toHaveLength(207);
  expect(rawLines(texts, /^ *- *["']?TA\d+: ?T\d{4}\.\d{3}/gm)).toBe(207);

  expect(detections.flatMap(({ unrecognised }) => unrecognised ?? []).map(({ written }) => written)).toEqual([
    'TA003',
    'TA005',
    'TA006',
  ]);
  expect(detections.flatMap(({ mappings: own, tactics }) => (own.length === 0 ? tactics : []))).toEqual([]);
  expect(mappings.every(({ id }) => /^T\d{4}(?:\.\d{3})?$/.test(id))).toBe(true);
});

test.runIf(shared)("Panther's rules state severity, status, tests and simulations", () => {
  const files = corpusFiles(corpusFolder(shared ?? '', ARCHIVE), ['**/*.yml']);
  const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));
  const detections = files.flatMap(({ path, bytes }) => readWith(panther, path, bytes).detections);
  const counted = (key: 'severity' | 'status' | 'language' | 'enabled'): Record<string, number> =>
    Object.fromEntries(
      [...Map.groupBy(detections, (detection) => String(detection[key]))].map(([value, { length }]) => [
        value,
        length,
      ]),
    );
  expect(counted('severity')).toEqual({ informational: 182, low: 104, medium: 336, high: 238, critical: 16 });
  expect(counted('status')).toEqual({ unknown: 752, experimental: 115, deprecated: 9 });
  expect(counted('enabled')).toEqual({ true: 807, false: 69 });
  expect(rawLines(texts, /^Enabled: *false/gm)).toBe(69);
  expect(counted('language')).toEqual({ python: 872, yaml: 4 });
  expect(rawLines(texts, /^Filename:/gm)).toBe(872);
  expect(detections.filter(({ query }) => query?.startsWith('Detection:'))).toHaveLength(4);

  const tests = detections.flatMap((detection) => detection.tests);
  expect(tests).toHaveLength(
    rawLines(texts, /^ *(?:- *)?["']?ExpectedResult["']? *: *["']?(?:true|false)/gim),
  );
  expect(tests.filter((reference) => reference.kind === 'panther-test' && reference.fires)).toHaveLength(
    1629,
  );
  expect(rawLines(texts, /^ *(?:- *)?["']?ExpectedResult["']? *: *["']?true/gim)).toBe(1629);
  expect(detections.filter(({ simulations }) => simulations.length > 0)).toHaveLength(40);
  expect(rawLines(texts, /^ +Stratus Red Team:/gm)).toBe(40);
});
