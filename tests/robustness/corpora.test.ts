import { describe, expect, test } from 'vitest';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { readFile } from '../read-file.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { HAND_JUDGED } from './judged.ts';
import { SCORED_BY_CTID } from './scored-by-ctid.ts';

const ARCHIVES: Record<string, string> = {
  sigma: 'sigma-rules-history.bundle',
};
const folder = corpora('robustness of public rule sets');
const rootOf = (corpus: string): string => corpusFolder(folder ?? '', ARCHIVES[corpus] ?? `${corpus}.tar.gz`);

describe.runIf(folder)('rules scored by those who made the scale', () => {
  // Rules move between folders; a few are gone or were renamed since they were scored.
  const files =
    folder === undefined ? [] : corpusFiles(rootOf('sigma'), ['{rules*,deprecated,unsupported}/**/*.yml']);
  const compared = files.flatMap(({ path, bytes }) => {
    const scored = SCORED_BY_CTID.get(basename(path, '.yml'));
    if (scored === undefined) return [];
    return readFile(path, bytes).detections.map(({ robustness }) => ({
      scored,
      level: robustness?.summit?.level,
    }));
  });

  test('two of three levels are the same, and nine of ten are next to it', () => {
    expect(compared.length).toBeGreaterThan(55);
    const apart = compared.map(({ scored, level }) => (level === undefined ? 4 : Math.abs(scored - level)));
    expect(apart.filter((distance) => distance === 0).length / apart.length).toBeGreaterThan(2 / 3);
    expect(apart.filter((distance) => distance <= 1).length / apart.length).toBeGreaterThan(9 / 10);
  });
});

describe.runIf(folder)('SigmaHQ', () => {
  const files = folder === undefined ? [] : corpusFiles(rootOf('sigma'), ['rules*/**/*.yml']);
  const rules: { draft: DetectionDraft; text: string }[] = files.flatMap(({ path, bytes }) =>
    readFile(path, bytes).detections.map((draft) => ({ draft, text: new TextDecoder().decode(bytes) })),
  );

  test('every rule is judged or says why not', () => {
    expect(rules.length).toBeGreaterThan(3000);
    for (const { draft } of rules) {
      expect(draft.robustness?.because).toMatch(/\.$/);
      expect(draft.robustness?.rung === undefined).toBe(draft.robustness?.by === 'not-judged');
      expect(draft.robustness?.parts.length).toBeLessThanOrEqual(5);
    }
    const notJudged = rules.filter(({ draft }) => draft.robustness?.rung === undefined);
    expect(notJudged.length / rules.length).toBeLessThan(0.05);
  });

  test('every stp tag is respected, counted by a search of the text', () => {
    const tagged = rules.filter(({ text }) => /^\s*- stp\.[1-5][aukph]?\s*$/m.test(text));
    expect(tagged.length).toBeGreaterThan(0);
    expect(rules.filter(({ draft }) => draft.robustness?.by === 'tag')).toEqual(tagged);
  });

  test('rules of file hashes alone stand on the lowest rung, found by a search of the text', () => {
    const isHashes = (text: string): boolean => {
      const detection = /^detection:\n([\s\S]*?)^(?:falsepositives|level|fields):/m.exec(text)?.[1] ?? '';
      const keys = [...detection.matchAll(/^\s*-?\s*'?([A-Za-z][\w.|-]*)'?:/gm)].map(([, key]) => key ?? '');
      const fields = keys.filter((key) => !/^(?:selection\w*|condition)$/.test(key));
      return (
        fields.length > 0 &&
        fields.every((field) => field.startsWith('Hashes')) &&
        !/IMPHASH/i.test(detection)
      );
    };
    const hashes = rules.filter(({ text }) => isHashes(text));
    expect(hashes.length).toBeGreaterThan(0);
    expect(hashes.map(({ draft }) => draft.robustness?.rung)).toEqual(hashes.map(() => 'hash'));
  });
});

describe.runIf(folder)('sixty rules judged by hand', () => {
  const compared = HAND_JUDGED.map(({ corpus, path, rung }) => {
    if (folder === undefined) return { path, rung, judged: rung };
    const [draft] = readFile(path, readFileSync(join(rootOf(corpus), path))).detections;
    return { path, rung, judged: draft?.robustness?.rung ?? ('not-judged' as const) };
  });

  test('there are sixty, of every rung', () => {
    expect(HAND_JUDGED).toHaveLength(60);
    expect(new Set(HAND_JUDGED.map(({ rung }) => rung)).size).toBe(7);
    expect(new Set(HAND_JUDGED.map(({ path }) => path)).size).toBe(60);
  });

  test('the judge agrees on at least 54, and the docs list the others', () => {
    const disagreements = compared.filter(({ rung, judged }) => rung !== judged);
    expect(
      disagreements.map(({ path, rung, judged }) => `${basename(path)}: ${rung}, judged ${judged}`),
    ).toEqual([
      'proc_creation_win_malware_qakbot_regsvr32_calc_pattern.yml: artefact, judged tool',
      'web_ssti_in_access_logs.yml: behaviour, judged not-judged',
      'file_event_win_arcsoc_susp_file_created.yml: behaviour, judged artefact',
      'win_security_susp_psexec.yml: tool, judged artefact',
    ]);
    expect(60 - disagreements.length).toBeGreaterThanOrEqual(54);
    const docs = readFileSync(resolve(import.meta.dirname, '../../content/docs/robustness.mdx'), 'utf8');
    for (const { path } of disagreements) expect(docs).toContain(`\`${basename(path)}\``);
  });
});
