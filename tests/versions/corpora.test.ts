import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { KnowledgeBase } from '../../src/attack/knowledge-base.ts';
import { elastic } from '../../src/detections/formats/elastic.ts';
import { panther } from '../../src/detections/formats/panther.ts';
import { sigma } from '../../src/detections/formats/sigma.ts';
import { elasticHunts } from '../../src/playbooks/formats/elastic-hunt.ts';
import { splunkHunts } from '../../src/playbooks/formats/splunk-hunt.ts';
import { splunk } from '../../src/detections/formats/splunk.ts';
import { fixFile } from '../../src/lint/fix/fix-file.ts';
import type { Mapping, MappingDraft } from '../../src/mapping/mapping.ts';
import { resolveMapping } from '../../src/mapping/resolve.ts';
import type { Reader } from '../../src/readers/reader.ts';
import { runCli } from '../cli/run-cli.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder, type CorpusFile } from '../corpus-files.ts';
import { temporaryFolder } from '../git-repository.ts';
import { readWith } from '../reading.ts';

const shared = corpora('public rules under ATT&CK 18.1 and 19.1');

function knowledgeOf(version: string): Map<'enterprise', KnowledgeBase> {
  return new Map([['enterprise', createKnowledgeBase(embeddedSnapshot('enterprise', version))]]);
}

const under18 = knowledgeOf('18.1');
const under19 = knowledgeOf('19.1');

interface Corpus {
  archive: string;
  globs: string[];
  readers: Reader[];
  /** A technique id as the format writes it, for counting without a parser. */
  written: RegExp;
}

const CORPORA: Record<'sigma' | 'elastic' | 'elasticHunts' | 'splunk' | 'panther', Corpus> = {
  sigma: {
    archive: 'sigma-rules-history.bundle',
    globs: ['rules*/**/*.yml'],
    readers: [sigma],
    written: /^\s*- attack\.(t\d{4}(?:\.\d{3})?)\s*$/gm,
  },
  elastic: {
    archive: 'elastic-rules.tar.gz',
    globs: ['**/*.toml'],
    readers: [elastic],
    written: /^\s*id = "(T\d{4}(?:\.\d{3})?)"/gm,
  },
  elasticHunts: {
    archive: 'elastic-rules.tar.gz',
    globs: ['**/*.toml'],
    readers: [elasticHunts],
    written: /(?<=^mitre = \[[^\]]*)"(T\d{4}(?:\.\d{3})?)"/gm,
  },
  splunk: {
    archive: 'splunk-detections.tar.gz',
    globs: ['**/*.yml'],
    readers: [splunkHunts, splunk],
    written: /^\s*- ['"]?(T\d{4}(?:\.\d{3})?)['"]?\s*$/gm,
  },
  panther: {
    archive: 'panther-rules.tar.gz',
    globs: ['**/*.yml'],
    readers: [panther],
    written: /^\s*- ['"]?TA\d{4}:\s*(T\d{4}(?:\.\d{3})?)/gm,
  },
};

/** The files of a corpus one of its readers recognises, with what it declares. */
function itemsOf({ archive, globs, readers }: Corpus): {
  file: CorpusFile;
  reader: Reader;
  items: { ordinal: number; mappings: MappingDraft[] }[];
}[] {
  return corpusFiles(corpusFolder(shared ?? '', archive), globs).flatMap((file) => {
    for (const reader of readers) {
      const read = readWith(reader, file.path, file.bytes);
      if (read.isRecognised) return [{ file, reader, items: itemsIn(read) }];
    }
    return [];
  });
}

function itemsIn(read: ReturnType<typeof readWith>): { ordinal: number; mappings: MappingDraft[] }[] {
  return [...read.detections, ...read.playbooks.map((playbook) => ({ ...playbook, ordinal: 0 }))];
}

function tally(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of [...ids].sort()) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How often each id of a state is declared, as the reader sees it and as the raw text has it. */
function uses(
  corpus: Corpus,
  state: Mapping['state'],
  knowledge: typeof under18,
): Record<'read' | 'raw', Record<string, number>> {
  const read: string[] = [];
  const raw: string[] = [];
  const base = knowledge.get('enterprise');
  for (const { file, items } of itemsOf(corpus)) {
    for (const { mappings } of items) {
      for (const draft of mappings) if (resolveMapping(draft, knowledge).state === state) read.push(draft.id);
    }
    const text = Buffer.from(file.bytes).toString();
    for (const [, id = ''] of text.matchAll(corpus.written))
      if (base?.resolve(id.toUpperCase()).state === state) raw.push(id.toUpperCase());
  }
  return { read: tally(read), raw: tally(raw) };
}

test.runIf(shared)(
  'under 18.1 the twelve ids SigmaHQ took over from 19 are unknown, under 19.1 none is',
  () => {
    const { read, raw } = uses(CORPORA.sigma, 'unknown', under18);
    expect(read).toEqual(raw);
    expect(Object.keys(read)).toEqual([
      ...['T1685', 'T1685.001', 'T1685.002', 'T1685.004', 'T1685.005', 'T1685.006', 'T1686'],
      ...['T1686.001', 'T1686.002', 'T1686.003', 'T1689', 'T1690'],
    ]);
    const sum = Object.values(read).reduce((total: number, count: number) => total + count, 0);
    expect(sum).toBe(244);
    expect(uses(CORPORA.sigma, 'unknown', under19).read).toEqual({});
    expect(uses(CORPORA.sigma, 'revoked', under19).read).toEqual({});
  },
);

describe.runIf(shared)('under 19.1', () => {
  const recorded = (): Map<string, string> => {
    const file = resolve(shared ?? '', 'attack/changes-18.1-19.1.json');
    const { revoked } = JSON.parse(readFileSync(file, 'utf8')) as { revoked: { id: string; by: string }[] };
    // These two were revoked before.
    return new Map([
      ...revoked.map(({ id, by }) => [id, by] as const),
      ['T1547.011', 'T1647'],
      ['T1574.002', 'T1574.001'],
    ]);
  };

  test.each([
    ['elastic', 335],
    ['elasticHunts', 4],
    ['splunk', 186],
    ['panther', 92],
  ] as const)(
    'every revoked id of %s leads to the successor on record, and none is overlooked: %i',
    (name, count) => {
      const successors = recorded();
      const wrong = itemsOf(CORPORA[name]).flatMap(({ items }) =>
        items
          .flatMap(({ mappings }) => mappings.map((draft) => resolveMapping(draft, under19)))
          .filter(({ state }) => state === 'revoked')
          .filter(({ id, resolved }) => successors.get(id) !== resolved),
      );
      expect(wrong).toEqual([]);
      const { read, raw } = uses(CORPORA[name], 'revoked', under19);
      expect(read).toEqual(raw);
      expect(sumOf(read)).toBe(count);
    },
  );

  test.each(['elastic', 'elasticHunts', 'splunk', 'panther'] as const)(
    'to fix %s changes mapped ids and nothing else, once',
    (name) => {
      let rewritten = 0;
      for (const { file, reader, items } of itemsOf(CORPORA[name])) {
        const resolved = items.map(({ ordinal, mappings }, index) => ({
          key: String(index),
          ordinal,
          mappings: mappings.map((draft) => resolveMapping(draft, under19)),
        }));
        const { bytes, fixed } = fixFile(file.bytes, reader, resolved);
        if (!bytes) {
          expect(fixed).toEqual([]);
          continue;
        }
        rewritten += fixed.length;
        const again = readWith(reader, file.path, bytes);
        const mappingsNow = itemsIn(again).map(({ mappings }) => mappings);
        // The same but for the ids: rules by rules, and line by line.
        expect(withoutMappings(again)).toEqual(withoutMappings(readWith(reader, file.path, file.bytes)));
        expect(mappingsNow.flat().length).toBe(items.flatMap(({ mappings }) => mappings).length);
        expect(techniques(mappingsNow)).toEqual(techniques(items.map(({ mappings }) => mappings)));
        expect(changedLines(file.bytes, bytes)).toBeLessThanOrEqual(fixed.length);
        const second = resolved.map((item, index) => ({
          ...item,
          mappings: (mappingsNow[index] ?? []).map((draft) => resolveMapping(draft, under19)),
        }));
        expect(fixFile(bytes, reader, second).fixed).toEqual([]);
      }
      expect(rewritten).toBeGreaterThan(0);
    },
  );
});

function withoutMappings(read: ReturnType<typeof readWith>): object[] {
  return [...read.detections, ...read.playbooks].map((item) => ({ ...item, mappings: [] }));
}

/** What each item is mapped to in the end. */
function techniques(items: readonly (readonly MappingDraft[])[]): string[][] {
  return items.map((mappings) => [
    ...new Set(mappings.flatMap((draft) => resolveMapping(draft, under19).resolved ?? [])),
  ]);
}

function changedLines(before: Uint8Array, after: Uint8Array): number {
  const [old, current] = [before, after].map((bytes) => Buffer.from(bytes).toString().split('\n'));
  expect(current?.length).toBe(old?.length);
  return (old ?? []).filter((line, index) => line !== current?.[index]).length;
}

test.runIf(shared)(
  'the SigmaHQ rules of 2025, which know nothing of 19, are brought up to it by the command',
  async () => {
    const folder = temporaryFolder();
    const history = corpusFolder(shared ?? '', CORPORA.sigma.archive);
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: join(folder, 'content'), encoding: 'utf8', maxBuffer: 2 ** 28 });
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', history, join(folder, 'content')]);
    const first = git('rev-list', '--max-parents=0', 'HEAD').trim();
    git('checkout', '--quiet', first);
    writeFileSync(
      join(folder, 'coverbook.yaml'),
      'title: T\nsources: [{ name: team, path: content, include: ["rules*/**"] }]\n',
    );
    const lint = async (): Promise<{ fixed: object[]; refused: object[]; findings: { rule: string }[] }> => {
      const env = { COVERBOOK_CACHE: join(folder, 'cache'), COVERBOOK_DATA: join(folder, 'cache') };
      const { stdout } = await runCli(folder, ['lint', '--fix', '--no-notes', '--json'], env);
      return JSON.parse(stdout) as Awaited<ReturnType<typeof lint>>;
    };
    const { fixed, refused, findings } = await lint();
    const changed = git('diff', '--unified=0', '--no-prefix')
      .split('\n')
      .filter((line) => /^[-+](?![-+]{2} )/.test(line));
    expect(changed).toHaveLength(2 * fixed.length);
    expect(changed.filter((line) => !/^[-+] +- attack\.t\d{4}(?:\.\d{3})?\r?$/.test(line))).toEqual([]);
    expect(fixed.length).toBeGreaterThan(150);
    expect(findings.filter(({ rule }) => rule === 'mapping/revoked')).toHaveLength(refused.length);
    const before = git('diff');
    expect((await lint()).fixed).toEqual([]);
    expect(git('diff')).toBe(before);
  },
  180_000,
);
