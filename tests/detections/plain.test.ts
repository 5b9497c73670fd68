import { describe, expect, test } from 'vitest';
import { plainMarkdown } from '../../src/detections/formats/plain-markdown.ts';
import { plain } from '../../src/detections/formats/plain.ts';
import { coverbookPlaybooks } from '../../src/playbooks/formats/coverbook.ts';
import type { Reader } from '../../src/readers/reader.ts';
import { readWith } from '../reading.ts';

const YAML = `id: 4711
title: Sign-ins from two continents
description: |
  Two sign-ins nobody can travel between.
severity: High
status: active
enabled: yes
techniques:
  - T1078.004
tactics: [initial-access]
author: Ann Other, Bo Other (Acme, Ltd)
date: 2026/01/09
modified: 2026-02-10T08:00:00Z
references: https://example.org/travel
false_positives: [A VPN]
platforms: [Identity Provider]
data_sources: [Sign-in log]
logsource: { product: okta, service: okta }
query: select * from logins
language: AQL
tags: [travel, attack.t1110]
team_field: { of: theirs }
`;

test('a detection in YAML is read field by field', () => {
  const { detections, findings } = readWith(plain, 'travel.yaml', YAML);
  expect(findings).toEqual([]);
  expect(detections).toEqual([
    {
      format: 'plain',
      id: '4711',
      title: 'Sign-ins from two continents',
      description: 'Two sign-ins nobody can travel between.',
      severity: 'high',
      status: 'production',
      enabled: true,
      authors: ['Ann Other', 'Bo Other (Acme, Ltd)'],
      created: '2026-01-09',
      modified: '2026-02-10',
      references: ['https://example.org/travel'],
      falsePositives: ['A VPN'],
      logSources: ['okta · okta', 'Sign-in log'],
      platforms: ['Identity Provider'],
      language: 'aql',
      query: 'select * from logins',
      tags: ['travel', 'attack.t1110'],
      mappings: [
        { written: 'T1078.004', id: 'T1078.004', provenance: 'declared', pointer: ['techniques', 0] },
      ],
      tactics: [{ written: 'initial-access', pointer: ['tactics', 0] }],
      actors: [],
      related: [],
      tests: [],
      simulations: [],
      refersTo: [],
      lines: { from: 1, to: 22 },
      ordinal: 0,
    },
  ]);
});

test('what is not stated is absent', () => {
  const [detection] = readWith(plain, 'a.yml', 'title: A\ntechniques: []\nseverity:\nquery: ""\n').detections;
  expect(detection).toMatchObject({ status: 'unknown', enabled: true, mappings: [] });
  for (const key of ['id', 'description', 'severity', 'created', 'modified', 'query', 'language', 'guide'])
    expect(detection).not.toHaveProperty(key);
});

test.each([
  ['T1059.001', ['T1059.001']],
  ['[t1059.001]', ['T1059.001']],
  ['attack.t1059.001', ['T1059.001']],
  ['T1059.001 - PowerShell', ['T1059.001']],
  ['"PowerShell (T1059.001)"', ['T1059.001']],
  ['["https://attack.mitre.org/techniques/T1059/001/"]', ['T1059.001']],
  ['T1059, attack.t1105', ['T1059', 'T1105']],
  ['[T1059 and T1105, T1105]', ['T1059', 'T1105']],
  ['PowerShell', ['PowerShell']],
  ['[{ id: T1059, name: x }, { technique: T1105 }]', ['T1059', 'T1105']],
  ['[AML.T0051, "MITRE ATLAS: T0051"]', []],
  ['[TA0002, null, T1105]', ['T1105']],
])('`techniques: %s` maps to %j', (written, ids) => {
  const [detection] = readWith(plain, 'a.yaml', `title: A\ntechniques: ${written}\n`).detections;
  expect(detection?.mappings.map(({ id }) => id)).toEqual(ids);
});

test('a tactic among the techniques is a tactic, an id of MITRE ATLAS a tag', () => {
  const text = 'title: A\ntechniques: [TA0002, AML.T0051]\ntactics: persistence, TA0003\n';
  expect(readWith(plain, 'a.yaml', text).detections[0]).toMatchObject({
    tags: ['AML.T0051'],
    tactics: [
      { written: 'persistence', pointer: ['tactics'] },
      { written: 'TA0003', pointer: ['tactics'] },
      { written: 'TA0002', pointer: ['techniques', 0] },
    ],
  });
});

test('pointers lead to the techniques, in any document of the file', () => {
  const text =
    'note: x\n---\ntitle: A\ntechniques:\n  - T1059\n  - id: T9999\n---\ntitle: B\ntechniques: T1105\n';
  const { detections } = readWith(plain, 'a.yaml', text);
  expect(detections.map(({ title, ordinal, lines }) => [title, ordinal, lines.from])).toEqual([
    ['A', 1, 3],
    ['B', 2, 8],
  ]);
  const places = detections.map(({ ordinal, mappings }) =>
    plain.locate(text, ordinal, mappings.at(-1)?.pointer ?? []),
  );
  expect(places).toMatchObject([
    { line: 6, column: 9 },
    { line: 9, column: 13 },
  ]);
});

test('values of the wrong form are found and leave the sound ones alone', () => {
  const text = `title: A
techniques: [T1059, [T1105], true]
severity: grave
status: thinking
enabled: perhaps
created: 3.4.2026
references: { a: b }
tags: [x, { y: z }]
query: |
  a
author: "Ann"
`;
  const { detections, findings } = readWith(plain, 'a.yaml', text);
  expect(
    findings.map(
      ({ rule, severity, message, range }) => `${range?.line ?? 0} ${severity} ${rule} ${message}`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "2 warning plain/invalid-field Unexpected a list at \`techniques[1]\`, expected text",
      "2 warning plain/invalid-field Unexpected \`true\` at \`techniques[2]\`, expected text",
      "3 warning plain/invalid-field Unexpected \`grave\` at \`severity\`, expected one of \`informational\`, \`low\`, \`medium\`, \`high\`, \`critical\`",
      "4 warning plain/invalid-field Unexpected \`thinking\` at \`status\`, expected one of \`production\`, \`test\`, \`experimental\`, \`deprecated\`, \`unsupported\`, \`disabled\`",
      "5 warning plain/invalid-field Unexpected \`perhaps\` at \`enabled\`, expected \`true\` or \`false\`",
      "6 warning plain/invalid-field Unexpected \`3.4.2026\` at \`created\`, expected a date such as \`2026-05-31\`",
      "7 warning plain/invalid-field Unexpected a map at \`references\`, expected a list",
      "8 warning plain/invalid-field Unexpected a map at \`tags[1]\`, expected text",
    ]
  `);
  for (const { message, hint } of findings) {
    expect(message).toMatch(/^Unexpected [^\n]+$/);
    expect(hint).toBeDefined();
  }
  // A switch nobody can read must not make the rule count.
  expect(detections).toMatchObject([
    {
      mappings: [{ id: 'T1059' }],
      status: 'unknown',
      enabled: false,
      references: [],
      tags: ['x'],
      query: 'a',
      authors: ['Ann'],
    },
  ]);
  expect(detections[0]).not.toHaveProperty('severity');
});

test.each([
  ['disabled', { status: 'unknown', enabled: false }],
  ['Retired', { status: 'deprecated', enabled: true }],
  ['draft', { status: 'experimental', enabled: true }],
])('status `%s` is %j', (status, expected) => {
  const text = `title: A\ntechniques: T1059\nstatus: ${status}\n`;
  expect(readWith(plain, 'a.yaml', text).detections).toMatchObject([expected]);
});

test.each([
  'TITLE',
  '"<title>"',
  '"[Your title]"',
  '"{{ name }}"',
  'Rule title',
  'Your detection name',
  '...',
])('a file titled %s is a template', (title) => {
  const read = readWith(plain, 'a.yaml', `title: ${title}\ntechniques: [T1059]\n`);
  expect(read).toMatchObject({ detections: [], ignored: 'that are templates of detections' });
});

test('techniques with their digits open make a template too', () => {
  const text = '---\ntitle: A good one\ntechniques: [TXXXX.XXX, "T####"]\n---\n';
  expect(readWith(plainMarkdown, 'a.md', text).ignored).toBeDefined();
});

test.each([
  ['a title alone', 'title: A\n'],
  ['techniques alone', 'techniques: [T1059]\n'],
  ['techniques without a value', 'title: A\ntechniques:\n'],
  ['an exercise', 'title: A\ntechniques: [T1059]\nresults: []\n'],
  ['a threat profile', 'title: A\ntechniques: [T1059]\nactors: [G0016]\n'],
  ['a hunt', 'title: A\ntechniques: [T1059]\nhypothesis: B\n'],
  ['a file that says it is a hunt', 'kind: hunt\ntitle: A\ntechniques: [T1059]\n'],
  ['a list', '- title: A\n  techniques: [T1059]\n'],
])('%s is no plain detection', (_name, text) => {
  expect(readWith(plain, 'a.yaml', text).isRecognised).toBe(false);
});

test('odd data is read without an error', () => {
  for (const text of [
    'title: A\ntechniques: { __proto__: [T1059] }\n__proto__: { enabled: false }\n',
    'title: 5\ntechniques: 1059\nlogsource: [null, 3, {}]\nauthors: [null]\ntags: !!set { a, b }\n',
    `title: A\ntechniques: ${'['.repeat(90)}${']'.repeat(90)}\n`,
    `title: A\ntechniques: "${'T1059,'.repeat(100_000)}"\n`,
  ]) {
    expect(readWith(plain, 'a.yaml', text).detections.length, text.slice(0, 40)).toBeLessThan(2);
  }
});

const MARKDOWN = `---
title: Archives before an upload
techniques: T1560.001
severity: medium
---
# Archives

Look for an archiver.

\`\`\`kql
DeviceProcessEvents | take 1
\`\`\`

\`\`\`spl
index=main
\`\`\`

\`\`\`Kusto
DeviceFileEvents | take 1
\`\`\`
`;

test('in Markdown the body is the guide, and its queries of one language the query', () => {
  const { detections, findings } = readWith(plainMarkdown, 'archives.md', MARKDOWN);
  expect(findings).toEqual([]);
  expect(detections).toMatchObject([
    {
      format: 'plain',
      title: 'Archives before an upload',
      severity: 'medium',
      guide: MARKDOWN.slice(MARKDOWN.indexOf('# Archives')).trim(),
      language: 'kql',
      query: 'DeviceProcessEvents | take 1\n\nDeviceFileEvents | take 1',
      mappings: [{ id: 'T1560.001', pointer: ['techniques'] }],
      lines: { from: 1, to: 20 },
    },
  ]);
  expect(plainMarkdown.locate(MARKDOWN, 0, ['techniques'])).toMatchObject({ line: 3, column: 13 });
});

test('a query of the front matter is preferred', () => {
  const text = MARKDOWN.replace('severity: medium', 'query: a b\nlanguage: spl');
  expect(readWith(plainMarkdown, 'a.md', text).detections).toMatchObject([{ query: 'a b', language: 'spl' }]);
});

test('MDX is read like Markdown, and never run', () => {
  const text = `${MARKDOWN}\n{(globalThis.wasRun = true)}\n\n<Unclosed>\n`;
  expect(readWith(plainMarkdown, 'a.mdx', text).detections).toMatchObject([{ language: 'kql' }]);
  expect(globalThis).not.toHaveProperty('wasRun');
});

describe('a Markdown file with a title and techniques', () => {
  const isRead = (reader: Reader, more: string): boolean =>
    readWith(reader, 'a.md', `---\ntitle: A\ntechniques: [T1059]\n${more}\n---\n`).isRecognised;

  test.each([
    '',
    'tags: [x]',
    'detections: [b]',
    'kind: detection',
    'kind: Rule\nhypothesis: B',
    'kind: detection\nowner: soc',
  ])('and %j is a detection', (more) => {
    expect([isRead(plainMarkdown, more), isRead(coverbookPlaybooks, more)]).toEqual([true, false]);
  });

  test.each([
    'hypothesis: B',
    'kind: hunt',
    'kind: Playbook',
    'cadence: 90d',
    'runs: []',
    'reviewed: 2026-01-01',
    'actors: [G0016]',
    'dataSources: [x]',
    'owner: hunters',
  ])('and %j is a playbook', (more) => {
    expect([isRead(plainMarkdown, more), isRead(coverbookPlaybooks, more)]).toEqual([false, true]);
  });

  test.each(['submitter: { name: x }', 'hunt_id: H-0001', 'attack_mappings: []'])(
    'and %j is left to another format',
    (more) => {
      expect([isRead(plainMarkdown, more), isRead(coverbookPlaybooks, more)]).toEqual([false, false]);
    },
  );
});
