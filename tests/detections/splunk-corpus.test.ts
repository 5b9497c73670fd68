import { expect, test } from 'vitest';
import { splunk } from '../../src/detections/formats/splunk.ts';
import { splunkHunts } from '../../src/playbooks/formats/splunk-hunt.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readWith } from '../reading.ts';

const shared = corpora("Splunk's detections");

const files = shared ? corpusFiles(corpusFolder(shared, 'splunk-detections.tar.gz'), ['**/*.yml']) : [];
const texts = files.map(({ path, bytes }) => ({ path, bytes, text: new TextDecoder().decode(bytes) }));
const isHunt = (text: string) => /^type: Hunting\s*$/m.test(text);

/** How many times a pattern stands in the raw text of some files. */
function count(pattern: RegExp, among: typeof texts): number {
  return among.reduce((sum, { text }) => sum + [...text.matchAll(pattern)].length, 0);
}

test.runIf(shared)("every file of Splunk's content is a detection or a hunt, as its type says", () => {
  const hunts = texts.filter(({ text }) => isHunt(text));
  const rules = texts.filter(({ text }) => !isHunt(text));
  expect([texts.length, rules.length, hunts.length]).toEqual([1342, 1180, 162]);

  const read = rules.map(({ path, bytes }) => readWith(splunk, path, bytes));
  expect(read.flatMap(({ findings }) => findings)).toEqual([]);
  expect(read.filter(({ detections }) => detections.length !== 1)).toEqual([]);
  expect(rules.filter(({ path, bytes }) => readWith(splunkHunts, path, bytes).isRecognised)).toEqual([]);

  const readHunts = hunts.map(({ path, bytes }) => readWith(splunkHunts, path, bytes));
  expect(readHunts.flatMap(({ findings }) => findings)).toEqual([]);
  expect(
    readHunts.filter(({ playbooks, detections }) => playbooks.length !== 1 || detections.length > 0),
  ).toEqual([]);
});

test.runIf(shared)('every technique written in them is read, and nothing else', () => {
  const detections = texts.flatMap(({ path, bytes }) => readWith(splunk, path, bytes).detections);
  const hunts = texts.flatMap(({ path, bytes }) => readWith(splunkHunts, path, bytes).playbooks);
  const ids = [...detections, ...hunts].flatMap(({ mappings }) => mappings.map(({ id }) => id));
  expect(ids.filter((id) => !id.includes('.'))).toHaveLength(count(/^ {2}- T\d{4}$/gm, texts));
  expect(ids.filter((id) => id.includes('.'))).toHaveLength(count(/^ {2}- T\d{4}\.\d{3}$/gm, texts));
  expect(ids).toHaveLength(1435 + 870);
  const unmapped = [...detections, ...hunts].filter(({ mappings }) => mappings.length === 0);
  expect(unmapped).toHaveLength(texts.filter(({ text }) => !/^ {2}- T\d{4}/m.test(text)).length);
});

test.runIf(shared)('what their fields say is kept', () => {
  const rules = texts.filter(({ text }) => !isHunt(text));
  const detections = rules.flatMap(({ path, bytes }) => readWith(splunk, path, bytes).detections);
  const having = (pattern: RegExp) => rules.filter(({ text }) => pattern.test(text)).length;
  expect(detections.filter(({ status }) => status === 'experimental')).toHaveLength(
    having(/^status: experimental/m),
  );
  expect(detections.filter(({ riskScore }) => riskScore === undefined)).toEqual([]);
  expect(detections.filter(({ modified, created }) => !modified || created)).toEqual([]);
  expect(detections.filter(({ severity }) => severity)).toEqual([]);
  expect(detections.filter(({ query, guide, description }) => !query || !guide || !description)).toEqual([]);
  // An empty list has nothing to name; compound sources are taken apart.
  expect(
    detections.flatMap(({ logSources }) => logSources.filter((source) => source.includes(' AND '))),
  ).toEqual([]);
  const tested = detections.filter(({ tests }) => tests.length > 0);
  expect(tested).toHaveLength(
    rules.filter(({ text }) => /^ +- data:\s+http/m.test(text) && !/^ {2}manual_test: /m.test(text)).length,
  );
  expect(tested).toHaveLength(1095);
  const simulated = detections.filter(({ simulations }) => simulations.length > 0);
  expect(simulated).toHaveLength(having(/^ {2}atomic_guid:\n {2}- /m));
  expect(simulated).toHaveLength(22);
});
