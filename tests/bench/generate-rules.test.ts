import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { generateRules } from '../../scripts/bench/generate-rules.ts';
import { readFile } from '../read-file.ts';
import { embeddedBase } from '../workspace-builder.ts';

const rules = [...generateRules(2000)];
const used = rules.flatMap(({ text }) =>
  [...text.matchAll(/- attack\.(t\d{4}(?:\.\d{3})?)/g)].map(([, id = '']) => id.toUpperCase()),
);

describe('generated rules', () => {
  it('are the same bytes for the same seed, and others for another', () => {
    expect([...generateRules(200, 7)]).toEqual([...generateRules(200, 7)]);
    expect([...generateRules(200, 8)]).not.toEqual([...generateRules(200, 7)]);
  });

  it('of a larger set are those of a smaller one and more', () => {
    expect([...generateRules(300)].slice(0, 120)).toEqual([...generateRules(120)]);
  });

  it('are all different: path, id, title and what they look for', () => {
    const parts: ((text: string, path: string) => string)[] = [
      (_, path) => path,
      (text) => /^id: (.*)$/m.exec(text)?.[1] ?? '',
      (text) => /^title: (.*)$/m.exec(text)?.[1] ?? '',
      (text) => text.slice(text.search(/^(?:detection|correlation):/m)),
    ];
    for (const part of parts) {
      const seen = rules.map(({ text, path }) => part(text, path));
      expect(new Set(seen).size).toBe(rules.length);
    }
  });

  it('are read as Sigma rules, every one, without a finding', () => {
    for (const { path, text } of rules) {
      const content = readFile(path, Buffer.from(text));
      expect(content.findings, path).toEqual([]);
      expect(content.detections, path).toHaveLength(1);
      expect(content.detections[0]?.format).toMatch(/^sigma(?:-correlation)?$/);
    }
  });

  it('name active techniques, few of them often and most of them seldom', () => {
    const base = embeddedBase('enterprise');
    const counts = new Map<string, number>();
    for (const id of used) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const id of counts.keys()) expect(base.technique(id)?.state, id).toBe('active');
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const top = sorted.slice(0, 20).reduce((sum, count) => sum + count, 0);
    expect(top / used.length).toBeGreaterThan(0.3);
    expect(sorted.length).toBeGreaterThan(300);
  });

  it('have filters, correlations and missing mappings as often as SigmaHQ has, about', () => {
    const share = (line: RegExp): number => rules.filter(({ text }) => line.test(text)).length / rules.length;
    expect(share(/^ {4}filter_main:/m)).toBeGreaterThan(0.27);
    expect(share(/^ {4}filter_main:/m)).toBeLessThan(0.37);
    expect(share(/^correlation:/m)).toBeGreaterThan(0.001);
    expect(share(/^ {4}product: windows/m)).toBeGreaterThan(0.7);
  });

  it('are correlations of rules that are there', () => {
    const ids = new Set(rules.map(({ text }) => /^id: (.*)$/m.exec(text)?.[1]));
    const correlations = rules.filter(({ text }) => text.includes('\ncorrelation:\n'));
    expect(correlations.length).toBeGreaterThan(0);
    for (const { text } of correlations) {
      const { correlation } = load(text) as { correlation: { rules: string[] } };
      for (const id of correlation.rules) expect(ids).toContain(id);
    }
  });
});
