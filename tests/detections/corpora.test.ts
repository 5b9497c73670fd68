import { expect, test } from 'vitest';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { elastic } from '../../src/detections/formats/elastic.ts';
import { sigma } from '../../src/detections/formats/sigma.ts';
import type { Reader } from '../../src/readers/reader.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readWith, type ReadText } from '../reading.ts';

const shared = corpora('public rules of SigmaHQ and Elastic');

const SIGMA_BUNDLE = 'sigma-rules-history.bundle';
const ELASTIC_ARCHIVE = 'elastic-rules.tar.gz';

function readCorpus(
  archive: string,
  reader: Reader,
  globs: string[],
): Pick<ReadText, 'isRecognised' | 'detections' | 'findings'> & { files: number } {
  const files = corpusFiles(corpusFolder(shared ?? '', archive), globs);
  const read = files.map(({ path, bytes }) => readWith(reader, path, bytes));
  return {
    files: files.length,
    isRecognised: read.every(({ isRecognised }) => isRecognised),
    detections: read.flatMap(({ detections }) => detections),
    findings: read.flatMap(({ findings }) => findings),
  };
}

/** How many rules have a technique, only a tactic, nothing; and how many distinct ids they write. */
function mapped(
  detections: DetectionDraft[],
): Record<'technique' | 'tacticOnly' | 'nothing' | 'ids', number> {
  const withoutTechnique = detections.filter(({ mappings }) => mappings.length === 0);
  return {
    technique: detections.length - withoutTechnique.length,
    tacticOnly: withoutTechnique.filter(({ tactics }) => tactics.length > 0).length,
    nothing: withoutTechnique.filter(({ tactics }) => tactics.length === 0).length,
    ids: new Set(detections.flatMap(({ mappings }) => mappings.map(({ id }) => id))).size,
  };
}

test.runIf(shared)("SigmaHQ's rules are read whole", () => {
  const read = readCorpus(SIGMA_BUNDLE, sigma, [
    'rules/**/*.yml',
    'rules-emerging-threats/**/*.yml',
    'rules-threat-hunting/**/*.yml',
  ]);
  expect(read.findings).toEqual([]);
  expect(read.isRecognised).toBe(true);
  expect(read.detections).toHaveLength(3754);
  expect(mapped(read.detections)).toEqual({ technique: 3286, tacticOnly: 467, nothing: 1, ids: 398 });
  expect(read.detections.every(({ query }) => query?.startsWith('detection:'))).toBe(true);
  expect(read.detections.flatMap(({ unrecognised }) => unrecognised ?? [])).toEqual([]);
});

test.runIf(shared)("SigmaHQ's compliance rules make them 3757", () => {
  const read = readCorpus(SIGMA_BUNDLE, sigma, ['rules*/**/*.yml']);
  expect(read.detections).toHaveLength(3757);
  expect(read.detections.flatMap(({ tests }) => tests)).toHaveLength(202);
  expect(read.detections.filter(({ simulations }) => simulations.length > 0)).toHaveLength(65);
});

test.runIf(shared)("SigmaHQ's deprecated and unsupported rules are read, collections unfolded", () => {
  const read = readCorpus(SIGMA_BUNDLE, sigma, ['deprecated/**/*.yml', 'unsupported/**/*.yml']);
  expect(read.findings).toEqual([]);
  // Three files are collections: of two, one and two rules.
  expect(read.detections).toHaveLength(read.files + 2);
  const unfolded = read.detections.filter(({ ordinal }) => ordinal > 0).map(({ title }) => title);
  expect(unfolded.sort()).toEqual([
    'APT29 Google Update Service Install',
    'Defense evasion via process reimaging',
    'Defense evasion via process reimaging',
    'Remote Service Creation',
    'Remote Service Creation',
  ]);
  // Their dates are written with slashes.
  expect(read.detections.filter(({ created }) => created === undefined)).toEqual([]);
});

test.runIf(shared)("Elastic's rules are read whole", () => {
  const read = readCorpus(ELASTIC_ARCHIVE, elastic, ['rules/**/*.toml', 'rules_building_block/**/*.toml']);
  expect(read.findings).toEqual([]);
  expect(read.detections).toHaveLength(2192);
  expect(mapped(read.detections)).toEqual({ technique: 2085, tacticOnly: 29, nothing: 78, ids: 451 });
  expect(read.detections.filter(({ status }) => status === 'deprecated')).toHaveLength(124);
  expect(read.detections.filter(({ tags }) => tags.includes('building block'))).toHaveLength(133);
  expect(read.detections.filter(({ query }) => query === undefined)).toHaveLength(106);
  expect(read.detections.filter(({ logSources }) => logSources.length === 0)).toEqual([]);
  // Ids of MITRE ATLAS stand in the tags and look like ATT&CK's for ICS.
  expect(read.detections.flatMap(({ mappings }) => mappings.filter(({ id }) => id.startsWith('T0')))).toEqual(
    [],
  );
});

test.runIf(shared)("Elastic's hunts are no rules", () => {
  const files = corpusFiles(corpusFolder(shared ?? '', ELASTIC_ARCHIVE), ['hunting/**/*.toml']);
  expect(files).toHaveLength(140);
  expect(files.filter(({ path, bytes }) => readWith(elastic, path, bytes).isRecognised)).toEqual([]);
});

/** A small fixed generator (mulberry32): the same damage on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const DAMAGE = [
  ...'\0\t\n"\'{}[]:-&*!|>%@`#=.\\'.split(''),
  '---\n',
  '<<: *x\n',
  '"""',
  "'''",
  '[[rule.threat]]\n',
  '\u{1F600}',
  '\xff',
];

function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const until = at + Math.floor(random() * 40);
  const piece = DAMAGE[Math.floor(random() * DAMAGE.length)] ?? '';
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(piece, 'latin1'), bytes.subarray(until)]);
}

test.runIf(shared)('damaged rules give findings or rules, never an error', () => {
  const random = randomNumbers(19);
  const corpus = [
    ...corpusFiles(corpusFolder(shared ?? '', SIGMA_BUNDLE), [
      'rules/windows/process_creation/*.yml',
      'unsupported/**',
    ]),
    ...corpusFiles(corpusFolder(shared ?? '', ELASTIC_ARCHIVE), ['rules/linux/*.toml']),
  ];
  let unreadable = 0;
  let readable = 0;
  for (const { path, bytes } of corpus) {
    const reader = path.endsWith('.toml') ? elastic : sigma;
    const { findings, detections } = readWith(reader, path, damage(damage(bytes, random), random));
    if (findings.length > 0) unreadable += 1;
    if (detections.length > 0) readable += 1;
    for (const { message, range } of findings) {
      expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
      if (range) expect(range.line).toBeGreaterThan(0);
    }
  }
  expect(unreadable).toBeGreaterThan(100);
  expect(readable).toBeGreaterThan(100);
});
