import { expect, test } from 'vitest';
import { sigma } from '../../src/detections/formats/sigma.ts';
import { atomicRedTeam } from '../../src/exercises/formats/atomic-red-team.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readWith } from '../reading.ts';
import { embeddedBase } from '../workspace-builder.ts';

const shared = corpora("Atomic Red Team's catalogue");

function catalogue() {
  const files = corpusFiles(corpusFolder(shared ?? '', 'atomic-red-team.tar.gz'), ['**/*.yaml']);
  return files.map(({ path, bytes }) => ({
    path,
    text: new TextDecoder().decode(bytes),
    read: readWith(atomicRedTeam, path, bytes),
  }));
}

test.runIf(shared)("Atomic Red Team's catalogue is read whole", () => {
  const files = catalogue();
  const atomics = files.flatMap(({ read }) => read.atomics);
  expect(files).toHaveLength(341);
  expect(files.filter(({ read }) => !read.isRecognised).map(({ path }) => path)).toEqual([]);
  expect(files.flatMap(({ read }) => read.findings)).toEqual([]);
  expect(atomics).toHaveLength(1819);
  expect(new Set(atomics.map(({ guid }) => guid)).size).toBe(1819);
  expect(new Set(atomics.map(({ mapping }) => mapping.id)).size).toBe(341);
  const on = (platform: string) => atomics.filter(({ platforms }) => platforms.includes(platform)).length;
  expect([on('windows'), on('linux'), on('macos')]).toEqual([1225, 410, 252]);
});

test.runIf(shared)('every technique of the catalogue is active in ATT&CK 19.1', () => {
  const enterprise = embeddedBase('enterprise');
  const ids = catalogue().flatMap(({ read }) => read.atomics.slice(0, 1).map(({ mapping }) => mapping.id));
  expect(ids.filter((id) => enterprise.resolve(id).state !== 'active')).toEqual([]);
});

test.runIf(shared)('the lines of a test hold its GUID and the next test none of them', () => {
  for (const { path, text, read } of catalogue()) {
    const lines = text.split('\n');
    // Counted without a parser: each GUID key stands in the lines of its own test and in no other's.
    const written = lines.flatMap((line, index) => {
      const guid = /^ {2,4}auto_generated_guid: *([0-9a-f-]{36})/.exec(line)?.[1];
      return guid === undefined ? [] : [{ guid, line: index + 1 }];
    });
    expect(
      read.atomics.map(({ guid }) => guid),
      path,
    ).toEqual(written.map(({ guid }) => guid));
    for (const [index, { lines: span }] of read.atomics.entries()) {
      expect(lines[span.from - 1], path).toMatch(/^ *- /);
      expect(lines[span.to - 1]?.trim(), path).not.toBe('');
      expect(
        written.filter(({ line }) => line >= span.from && line <= span.to),
        path,
      ).toEqual([written[index]]);
    }
  }
});

test.runIf(shared)('every atomic test the public Sigma rules name is in the catalogue', () => {
  const guids = new Set(catalogue().flatMap(({ read }) => read.atomics.map(({ guid }) => guid)));
  const rules = corpusFiles(corpusFolder(shared ?? '', 'sigma-rules-history.bundle'), ['rules*/**/*.yml']);
  const detections = rules.flatMap(({ path, bytes }) => readWith(sigma, path, bytes).detections);
  const simulations = detections.flatMap((detection) => detection.simulations);
  expect(simulations).toHaveLength(78);
  expect(new Set(simulations.map(({ type }) => type))).toEqual(new Set(['atomic-red-team']));
  expect(simulations.filter(({ id }) => !guids.has(id?.toLowerCase()))).toEqual([]);
});
