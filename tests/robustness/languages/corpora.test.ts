import { beforeAll, describe, expect, test } from 'vitest';
import type { DetectionDraft } from '../../../src/detections/detection.ts';
import { fieldClassOf } from '../../../src/robustness/field-class.ts';
import { judgeDraft } from '../../../src/robustness/judge-draft.ts';
import { LANGUAGES } from '../../../src/robustness/languages.ts';
import type { Predicate, QueryTree } from '../../../src/robustness/query-tree.ts';
import { readFile } from '../../read-file.ts';
import { corpora } from '../../corpora.ts';
import { corpusFiles, corpusFolder } from '../../corpus-files.ts';

const folder = corpora('queries of public rule sets');

/** Rules of each language; the least share without an opaque part, of fields known, and of rules judged. */
const SHARES = [
  { language: 'eql', rules: 1082, clear: 0.98, known: 0.99, judged: 0.97 },
  { language: 'kuery', rules: 792, clear: 1, known: 0.99, judged: 0.9 },
  { language: 'lucene', rules: 1, clear: 1, known: 1, judged: 1 },
  { language: 'esql', rules: 212, clear: 0.63, known: 0.95, judged: 0.62 },
  { language: 'kql', rules: 444, clear: 0.86, known: 0.98, judged: 0.72 },
  { language: 'spl', rules: 1246, clear: 0.89, known: 0.97, judged: 0.9 },
  { language: 'yaral', rules: 348, clear: 0.93, known: 0.98, judged: 0.95 },
];

const ARCHIVES = [
  'elastic-rules',
  'splunk-detections',
  'kql-markdown',
  'chronicle-community',
  'car-analytics',
];
const RULES = ['**/*.toml', '**/*.yml', '**/*.yaml', '**/*.md', '**/*.yaral'];

const QUOTED_OR_COMMENT = /"((?:[^"\\]|\\[^])+)"|\/\*[^]*?\*\/|(?<=\s)\/\/[^\n]*/g;

function partsOf(tree: QueryTree): QueryTree[] {
  if (tree.kind === 'not') return [tree, ...partsOf(tree.of)];
  return tree.kind === 'all' || tree.kind === 'any' ? [tree, ...tree.of.flatMap(partsOf)] : [tree];
}

describe.runIf(folder)('queries of public rule sets', () => {
  const drafts = new Map<string, DetectionDraft[]>();

  beforeAll(() => {
    for (const archive of ARCHIVES)
      for (const { path, bytes } of corpusFiles(corpusFolder(folder!, `${archive}.tar.gz`), RULES))
        for (const draft of readFile(path, bytes).detections) {
          const language = draft.language ?? '';
          drafts.set(language, [...(drafts.get(language) ?? []), draft]);
        }
  }, 120_000);

  test.each(SHARES)('$language: nearly all is understood', ({ language, rules, clear, known, judged }) => {
    const all = drafts.get(language) ?? [];
    const read = LANGUAGES.get(language)!;
    const trees = all.map(({ query = '' }) => read.parse(query));
    const parts = trees.map(partsOf);
    const conditions = trees.flatMap((tree, index) =>
      (parts[index] ?? [])
        .filter((part): part is Predicate => part.kind === 'predicate' && part.field !== '')
        .map(
          ({ field }) => fieldClassOf(field, ...(read.fieldsOf?.(tree) ?? []), ...read.fields) !== undefined,
        ),
    );
    const share = (count: number, of: number): number => count / of;
    const isClear = parts.filter((own) => own.every(({ kind }) => kind !== 'opaque')).length;
    const isJudged = all.filter((draft) => {
      const { robustness, ...unjudged } = draft;
      return (judgeDraft(unjudged) ?? robustness)?.rung !== undefined;
    }).length;

    expect(all.length).toBe(rules);
    expect(share(isClear, rules)).toBeGreaterThanOrEqual(clear);
    expect(share(conditions.filter(Boolean).length, conditions.length)).toBeGreaterThanOrEqual(known);
    expect(share(isJudged, rules)).toBeGreaterThanOrEqual(judged);
  });

  test('Elastic’s rules name the languages they are counted under', () => {
    const named = new Map<string, number>();
    const files = corpusFiles(corpusFolder(folder!, 'elastic-rules.tar.gz'), ['rules*/**/*.toml']);
    for (const { bytes } of files) {
      const [, language] = /^language = "(\w+)"/m.exec(new TextDecoder().decode(bytes)) ?? [];
      if (language !== undefined) named.set(language, (named.get(language) ?? 0) + 1);
    }
    for (const language of ['kuery', 'esql', 'lucene'])
      expect(named.get(language)).toBe(drafts.get(language)?.length);
  });

  test.each(['eql', 'kuery'])('%s: no text the query holds in quotes is lost', (language) => {
    const read = LANGUAGES.get(language)!;
    let texts = 0;
    for (const { query = '', title } of drafts.get(language) ?? []) {
      // Quotes that stand for themselves would shift the pairs counted here.
      if (/""|\\"/.test(query)) continue;
      const parts = partsOf(read.parse(query));
      if (parts.some(({ kind }) => kind === 'opaque')) continue;
      const values = new Set(
        parts.flatMap((part) => (part.kind === 'predicate' ? part.values : [])).map(bare),
      );
      for (const [, quoted] of query.matchAll(QUOTED_OR_COMMENT)) {
        if (quoted === undefined) continue;
        texts += 1;
        expect(values.has(bare(quoted)), `${title}: ${quoted}`).toBe(true);
      }
    }
    expect(texts).toBeGreaterThan(4000);
  });
});

/** Escapes are undone in values: without any backslash both are the same. */
function bare(text: string): string {
  return text.replaceAll('\\', '');
}
