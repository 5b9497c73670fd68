import { expect, test } from 'vitest';
import { elastic } from '../../../src/detections/formats/elastic.ts';
import { sigma } from '../../../src/detections/formats/sigma.ts';
import { sentinel } from '../../../src/detections/formats/sentinel.ts';
import { splunk } from '../../../src/detections/formats/splunk.ts';
import { coverbookExercises } from '../../../src/exercises/formats/coverbook.ts';
import { coverbookPlaybooks } from '../../../src/playbooks/formats/coverbook.ts';
import { elasticHunts } from '../../../src/playbooks/formats/elastic-hunt.ts';
import { applyEdits } from '../../../src/lint/fix/edit.ts';
import { fixFile } from '../../../src/lint/fix/fix-file.ts';
import type { FixableItem } from '../../../src/lint/fix/plan.ts';
import { resolveMapping } from '../../../src/mapping/resolve.ts';
import type { Reader } from '../../../src/readers/reader.ts';
import { readWith } from '../../reading.ts';
import { embeddedBase } from '../../workspace-builder.ts';

const knowledge = new Map([['enterprise' as const, embeddedBase('enterprise')]]);

interface Fixed {
  text: string;
  fixed: string[];
  refused: string[];
  hints: (string | undefined)[];
}

/** Reads a file, fixes it, and gives its text afterwards. */
function fix(reader: Reader, path: string, content: string | Uint8Array): Fixed {
  const before = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = readWith(reader, path, before);
  const items: FixableItem[] = [
    ...read.detections.map(({ mappings, ordinal }) => ({ mappings, ordinal })),
    ...read.playbooks.map(({ mappings }) => ({ mappings, ordinal: 0 })),
    ...read.exercises.map(({ results }) => ({ mappings: results.map(({ mapping }) => mapping), ordinal: 0 })),
  ].map(({ mappings, ordinal }, index) => ({
    key: `team/${index}`,
    ordinal,
    mappings: mappings.map((mapping) => resolveMapping(mapping, knowledge)),
  }));
  const { bytes = before, fixed, refused } = fixFile(before, reader, items);
  return {
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    fixed: fixed.map(({ id, by, range }) => `${range?.line ?? 0}:${range?.column ?? 0} ${id} ${by}`),
    refused: refused.map(({ id, reason }) => `${id}: ${reason}`),
    hints: fixed.map(({ hint }) => hint),
  };
}

const SIGMA = `title: Sensor stopped # keep me
tags:   # in the order of importance
    - 'attack.t1562.001'
    - "attack.T1070.001"   # T1070.001 is what it was
    - attack.t1656
logsource: {product: windows}
detection:
    a: {CommandLine: 'attack.t1562.001'}
    condition:   a
`;

test('a Sigma rule changes by the characters of its ids alone', () => {
  const { text, fixed, refused, hints } = fix(sigma, 'a.yml', SIGMA);
  expect(text).toBe(
    SIGMA.replace("'attack.t1562.001'\n", "'attack.t1685'\n")
      .replace('"attack.T1070.001"', '"attack.T1685.005"')
      .replace('attack.t1656', 'attack.t1684.001'),
  );
  expect(hints).toEqual([undefined, undefined, undefined]);
  expect(fixed).toEqual(['3:7 T1562.001 T1685', '4:7 T1070.001 T1685.005', '5:7 T1656 T1684.001']);
  expect(refused).toEqual([]);
});

test('line ends and a byte order mark stay as they are', () => {
  const windows = `\uFEFF${SIGMA.replaceAll('\n', '\r\n')}`;
  const { text } = fix(sigma, 'a.yml', windows);
  expect(text).toBe(`\uFEFF${fix(sigma, 'a.yml', SIGMA).text.replaceAll('\n', '\r\n')}`);
});

test('a second time there is nothing left to do', () => {
  const once = fix(sigma, 'a.yml', SIGMA).text;
  expect(fix(sigma, 'a.yml', once)).toMatchObject({ text: once, fixed: [], refused: [] });
});

test('what documents of a Sigma collection inherit is rewritten once, where it stands', () => {
  const text = `action: global
title: Two ways
tags: [attack.t1562.001]
detection: { condition: a }
---
logsource: { product: windows }
detection: { a: { b: c } }
---
logsource: { product: linux }
detection: { a: { b: d } }
`;
  const result = fix(sigma, 'a.yml', text);
  expect(result.text).toBe(text.replace('t1562.001', 't1685'));
  expect(result.fixed).toEqual(['3:8 T1562.001 T1685']);
});

test('what aliases and escapes hide is left, with the reason', () => {
  const text = `title: Hidden
x: &id attack.t1562.001
tags: [*id, "attack\\u002et1070.001"]
logsource: { product: windows }
detection: { a: { b: c }, condition: a }
`;
  const result = fix(sigma, 'a.yml', text);
  expect(result.text).toBe(text);
  expect(result.refused).toEqual([
    'T1562.001: it is an alias, an anchor or a text of several lines; change it by hand',
    'T1070.001: it is not written in so many characters; change it by hand',
  ]);
});

const ELASTIC = `[metadata]
maturity = "production"

[rule]
name = "Logging stopped"
type = "query"
query = 'event.action : "T1562"'

[[rule.threat]]
framework = "MITRE ATT&CK"
[[rule.threat.technique]]
id = "T1562" # Impair Defenses
name = "Impair Defenses"
reference = "https://attack.mitre.org/techniques/T1562/"
[[rule.threat.technique.subtechnique]]
id = 'T1562.008'
name = "Disable or Modify Cloud Logs"

[rule.threat.tactic]
id = "TA0005"

[[rule.threat]]
framework = "MITRE ATT&CK"
[[rule.threat.technique]]
id = "T1562"
[[rule.threat.technique.subtechnique]]
id = "T1562.001"
[rule.threat.tactic]
id = "TA0003"
`;

test('an Elastic rule keeps its trees whole, and its names and addresses as they are', () => {
  const { text, fixed, refused, hints } = fix(elastic, 'a.toml', ELASTIC);
  expect(text).toBe(
    ELASTIC.replace('id = "T1562" # Imp', 'id = "T1685" # Imp').replace("'T1562.008'", "'T1685.002'"),
  );
  const left = 'The `name` and `reference` of the entry are as before; put them right by hand.';
  expect(hints).toEqual([left, left]);
  expect(fixed).toEqual(['12:6 T1562 T1685', '16:6 T1562.008 T1685.002']);
  expect(refused).toEqual([
    expect.stringMatching(/^T1562: .* move it by hand$/),
    expect.stringMatching(/^T1562\.001: .* move it by hand$/),
  ]);
});

test.each<[string, Reader, string, string, string]>([
  [
    'a hunt of Elastic',
    elasticHunts,
    'a.toml',
    '[hunt]\nname = "H"\nmitre = [ "T1059", # first\n  "T1562.008" ]\nquery = ["from x"]\n',
    'T1685.002',
  ],
  [
    'a search of Splunk',
    splunk,
    'a.yml',
    'name: S\ntype: TTP\nsearch: index=x\ntags:\n  analytic_story: [a]\n  mitre_attack_id:\n  - T1562.008\n  security_domain: endpoint\n',
    'T1685.002',
  ],
  [
    'a rule of Sentinel',
    sentinel,
    'a.yaml',
    'id: 1\nname: S\nkind: Scheduled\nquery: x\ntactics: [DefenseEvasion]\nrelevantTechniques:\n  - T1562.008\n',
    'T1685.002',
  ],
  [
    'a playbook',
    coverbookPlaybooks,
    'a.md',
    '---\ntitle: P\nhypothesis: H\ntechniques: T1562.008\n---\n\nNot T1562.009.\n',
    'T1685.002',
  ],
])('%s is rewritten in place', (_what, reader, path, text, by) => {
  const result = fix(reader, path, text);
  expect(result.text).toBe(text.replace('T1562.008', by));
  expect(result.refused).toEqual([]);
});

test('what was executed stays as it was written', () => {
  const text = 'title: E\ndate: 2026-01-01\nresults:\n  - { technique: T1562.001, outcome: missed }\n';
  expect(fix(coverbookExercises, 'a.yaml', text)).toMatchObject({
    text,
    fixed: [],
    refused: ['T1562.001: files of this format are not rewritten'],
  });
});

test('a file in another encoding is left', () => {
  const text = `\uFEFF${SIGMA}`;
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  const { refused, fixed } = fix(sigma, 'a.yml', bytes);
  expect(fixed).toEqual([]);
  expect(refused).toHaveLength(3);
  expect(refused[0]).toBe('T1562.001: the file is not UTF-8; save it as UTF-8');
});

test('edits may come in any order, and of two that overlap one is made', () => {
  expect(
    applyEdits('abcdef', [
      { start: 4, end: 6, text: 'Z' },
      { start: 0, end: 1, text: 'XY' },
    ]),
  ).toBe('XYbcdZ');
  expect(
    applyEdits('abc', [
      { start: 0, end: 2, text: 'X' },
      { start: 1, end: 3, text: 'Y' },
    ]),
  ).toBe('Xc');
});
