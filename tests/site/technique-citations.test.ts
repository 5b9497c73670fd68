import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { readBundle } from '../../src/attack/stix/read-bundle.ts';
import { techniqueProse } from '../../src/site/technique-prose.ts';
import { corpora } from '../corpora.ts';

const folder = corpora('citations of ATT&CK’s own texts');

test.runIf(folder)(
  'every citation of a technique leads to its source, and every source back to each',
  () => {
    const bytes = readFileSync(resolve(folder!, 'attack/enterprise-attack-19.1.json.gz'));
    const { facts, prose } = readBundle(bytes);
    const knowledge = createKnowledgeBase(facts, prose);
    const wrong: string[] = [];
    let cited = 0;
    for (const { id } of knowledge.techniques.filter((_, index) => index % 25 === 0)) {
      const words = techniqueProse(id, knowledge);
      if (!words) continue;
      const html = [
        words.description ?? '',
        ...words.procedures.values(),
        ...words.analytics.values(),
        ...words.mitigations.values(),
      ].join('');
      const marks = [...html.matchAll(/<sup><a id="([^"]+)" href="#([^"]+)">/g)];
      cited += marks.length;
      const forth = marks.map(([, mark, source]) => `${source} ${mark}`).sort();
      const back = words.sources
        .flatMap((source) => source.marks.map((mark) => `${source.id} ${mark}`))
        .sort();
      if (new Set(forth).size !== forth.length || forth.join() !== back.join() || html.includes('(Citation:'))
        wrong.push(id);
    }
    expect(wrong).toEqual([]);
    expect(cited).toBeGreaterThan(300);
  },
  60_000,
);
