import { expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import { yaraL } from '../../src/detections/formats/yara-l.ts';
import { resolveMapping } from '../../src/mapping/resolve.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readWith } from '../reading.ts';

const shared = corpora('public YARA-L rules of Google SecOps');

function readCorpus(): { path: string; text: string; read: ReturnType<typeof readWith> }[] {
  return corpusFiles(corpusFolder(shared ?? '', 'chronicle-community.tar.gz'), ['**/*.yaral']).map(
    ({ path, bytes }) => ({
      path,
      text: new TextDecoder().decode(bytes),
      read: readWith(yaraL, path, bytes),
    }),
  );
}

/** Files whose text has a match; no parser is asked. */
function matching(files: { text: string }[], pattern: RegExp): number {
  return files.filter(({ text }) => pattern.test(text)).length;
}

test.runIf(shared)("Google's community rules are read whole", () => {
  const files = readCorpus();
  const rules = files.flatMap(({ read }) => read.detections);
  expect(files.every(({ read }) => read.isRecognised)).toBe(true);
  expect(files.flatMap(({ read }) => read.findings)).toEqual([]);
  expect(rules).toHaveLength(348);
  expect(files.every(({ read }) => read.detections.length === 1)).toBe(true);
  expect(rules.filter(({ query }) => !/^events\s*:[^]+\bcondition\s*:\s*\S/.test(query ?? ''))).toEqual([]);
  expect(rules.filter(({ query }) => /\bmeta\s*:/.test(query ?? ''))).toEqual([]);
});

test.runIf(shared)('their mapping is found in all the ways it is written', () => {
  const rules = readCorpus().flatMap(({ read }) => read.detections);
  const byId = rules.filter(({ mappings }) => mappings.some(({ id }) => /^T\d{4}(?:\.\d{3})?$/.test(id)));
  expect(byId).toHaveLength(262);
  const unmapped = rules.filter(({ mappings }) => mappings.length === 0);
  expect(rules.length - unmapped.length).toBe(264);
  expect(unmapped.filter(({ tactics }) => tactics.length > 0)).toHaveLength(1);
  expect(unmapped.filter(({ tactics }) => tactics.length === 0)).toHaveLength(83);
  expect(rules.flatMap(({ unrecognised }) => unrecognised ?? [])).toEqual([]);
});

test.runIf(shared)('a technique known by its name alone is resolved', () => {
  const knowledge = new Map([['enterprise', createKnowledgeBase(embeddedSnapshot('enterprise'))]] as const);
  const resolved = readCorpus()
    .flatMap(({ read }) => read.detections)
    .flatMap(({ mappings }) => mappings)
    .map((mapping) => resolveMapping(mapping, knowledge));
  expect(resolved.filter(({ byName }) => byName).map(({ written, resolved: id }) => [written, id])).toEqual([
    ['Valid Accounts', 'T1078'],
    ['Valid Accounts: Cloud Accounts', 'T1078.004'],
  ]);
  expect(resolved.filter(({ state }) => state === 'unknown')).toEqual([]);
});

test.runIf(shared)('each field is found as often as it is written', () => {
  const files = readCorpus();
  const rules = files.flatMap(({ read }) => read.detections);
  expect(rules.filter(({ id }) => id?.startsWith('mr_'))).toHaveLength(346);
  expect(rules.filter(({ title, name }) => title !== name)).toHaveLength(346);
  expect(rules.filter(({ related }) => related.length > 0)).toHaveLength(54);
  expect(Object.groupBy(rules, ({ severity }) => severity ?? 'none')).toMatchObject({
    critical: { length: 13 },
    high: { length: 139 },
    medium: { length: 103 },
    low: { length: 85 },
    informational: { length: 7 },
    none: { length: 1 },
  });
  expect(rules.filter(({ tags }) => tags.includes('hunt'))).toHaveLength(
    matching(files, /^\s*type\s*=\s*"hunt"/im),
  );
  expect(rules.filter(({ references }) => references.length > 0)).toHaveLength(
    matching(files, /^\s*references?\s*=\s*"[^"]/m),
  );
  expect(rules.filter(({ platforms }) => platforms.length > 0)).toHaveLength(
    matching(files, /^\s*platform\s*=\s*"[^"]/m),
  );
  expect(rules.filter(({ falsePositives }) => falsePositives.length > 0)).toHaveLength(
    matching(files, /^\s*false_?positives\s*=\s*"(?!Unknown"|")/m),
  );
  expect(rules.filter(({ authors }) => authors.length === 0)).toEqual([]);
});

test.runIf(shared)('pointers lead to what is written', () => {
  for (const { text, read } of readCorpus()) {
    const lines = text.split('\n');
    for (const { mappings, tactics, lines: place } of read.detections) {
      expect(lines[place.from - 1]).toMatch(/^\s*rule\s/);
      expect(lines[place.to - 1]).toMatch(/^\s*\}/);
      for (const { written, pointer } of [...mappings, ...tactics]) {
        const range = yaraL.locate(text, 0, pointer);
        expect(range && lines[range.line - 1]?.slice(range.column - 1, range.endColumn - 1)).toBe(written);
      }
    }
  }
});
