import { describe, expect, test } from 'vitest';
import { coverbookPlaybooks } from '../../src/playbooks/formats/coverbook.ts';
import { printed, readContent } from './reading.ts';

const read = (path: string, text: string) => readContent(coverbookPlaybooks, path, text);

const SOUND = `---
id: HUNT-0042
title: Loaders in memory
hypothesis: An adversary runs code without a file.
techniques: [T1059.001, attack.t1027]
tactics: [execution]
actors: [G0016]
platforms: [Windows]
dataSources: [Script block logging]
severity: high
status: active
owner: threat-hunting
created: 2026-01-10
reviewed: 2026-05-31
cadence: quarterly
runs:
  - date: 2026-05-30
    outcome: findings
    findings: 2
    notes: Two admins.
detections: [0b6b2ad7-7b09-4b0e-9f5f-9f0f8f7d1c11]
references: ["https://example.org/a"]
---
# Loaders in memory

## Execution

### Splunk

\`\`\`splunk
index=windows
\`\`\`

## Blind spots

None.
`;

test('a sound playbook is read with every field, its sections and its queries', () => {
  expect(read('loaders.md', SOUND)).toMatchSnapshot();
});

test('one text stands for a list of one, and data_sources for dataSources', () => {
  const text = '---\ntitle: A\nhypothesis: B\ntechniques: T1003\ndata_sources: Logons\n---\n';
  const content = read('a.md', text);
  expect(printed(content)).toEqual([]);
  expect(content?.playbooks?.[0]).toMatchObject({ mappings: [{ id: 'T1003' }], dataSources: ['Logons'] });
});

describe('bad fields', () => {
  const broken = SOUND.replace('T1059.001, attack.t1027', 'T1059.001, 5')
    .replace('severity: high', 'severity: hgh')
    .replace('created: 2026-01-10', 'created: 10.1.2026')
    .replace('cadence: quarterly', 'cadence: now and then')
    .replace('owner: threat-hunting', 'owner:\nownr: threat-hunting')
    .replace('outcome: findings', 'outcome: clean')
    .replace('https://example.org/a', 'javascript:alert(1)');
  const content = read('loaders.md', broken);

  test('each give one finding that names the place and the nearest valid value', () => {
    expect(printed(content)).toMatchInlineSnapshot(`
      [
        "5:25 error playbook/invalid-field Unexpected \`5\` at \`techniques[1]\`, expected text",
        "10:11 error playbook/invalid-field Unexpected \`hgh\` at \`severity\`, expected one of \`informational\`, \`low\`, \`medium\`, \`high\`, \`critical\` (Did you mean \`high\`?)",
        "14:10 error playbook/invalid-field Unexpected \`10.1.2026\` at \`created\`, expected a date such as \`2026-05-31\`",
        "16:10 error playbook/invalid-field Unexpected \`now and then\` at \`cadence\`, expected a span such as \`90d\`, \`12w\`, \`6m\`, \`1y\`, or \`weekly\`, \`monthly\`, \`quarterly\`, \`yearly\`",
        "19:14 error playbook/invalid-field Unexpected \`clean\` at \`runs[0].outcome\`, expected one of \`nothing-found\`, \`findings\`, \`incident\`, \`inconclusive\`",
        "23:14 error playbook/invalid-field Unexpected \`javascript:alert(1)\` at \`references[0]\`, expected an \`http://\` or \`https://\` address",
        "13:7 warning playbook/unknown-field Unexpected key \`ownr\`, expected only documented ones (Did you mean \`owner\`?)",
      ]
    `);
  });

  test('do not take the sound ones with them', () => {
    const [playbook] = content?.playbooks ?? [];
    expect(playbook).toMatchObject({
      id: 'HUNT-0042',
      mappings: [{ id: 'T1059.001' }],
      reviewed: '2026-05-31',
      runs: [],
      references: [],
    });
    expect(playbook).not.toHaveProperty('severity');
    expect(playbook).not.toHaveProperty('created');
    expect(playbook).not.toHaveProperty('cadence');
  });
});

test('a status nobody can read makes a draft, not an active playbook', () => {
  const content = read('a.md', '---\ntitle: A\nhypothesis: B\nstatus: retird\n---\n');
  expect(content?.playbooks?.[0]?.status).toBe('draft');
  expect(printed(content)).toEqual([
    '4:9 error playbook/invalid-field Unexpected `retird` at `status`, expected one of `draft`, `active`, `retired` (Did you mean `retired`?)',
  ]);
});

test('a missing title is reported and the file name stands in', () => {
  const content = read('night-logons.md', '---\nhypothesis: B\ntechniques: [T1078]\n---\n');
  expect(content?.playbooks?.[0]?.title).toBe('night-logons');
  expect(printed(content)).toEqual(['2:1 error playbook/invalid-field Missing `title`, expected text']);
});

test.each(['kind: hunt', 'kind: playbook', 'owner: hunters', 'cadence: 90d', 'runs: []'])(
  'a title, techniques and `%s` make a playbook whose hypothesis is missing',
  (line) => {
    const content = read('a.md', `---\n${line}\ntitle: A\ntechniques: [T1078]\n---\n`);
    expect(content?.playbooks).toMatchObject([{ title: 'A', mappings: [{ id: 'T1078' }] }]);
    expect(printed(content)).toEqual([
      '2:1 error playbook/invalid-field Missing `hypothesis`, expected text',
    ]);
  },
);

test('queries in tabs of MDX carry the platform of their tab', () => {
  const body =
    '## Execution\n\n<QueryTabs>\n<QueryTab platform="Splunk" language="spl">\n```spl\nindex=x\n```\n</QueryTab>\n</QueryTabs>\n';
  const content = read('a.mdx', `---\ntitle: A\nhypothesis: B\n---\n${body}`);
  expect(content?.playbooks?.[0]).toMatchObject({
    mdx: true,
    queries: [{ language: 'spl', platform: 'Splunk', text: 'index=x' }],
  });
});

test('MDX with a syntax error is read as Markdown under a finding on the line of the error', () => {
  const content = read('a.mdx', '---\ntitle: A\nhypothesis: B\n---\n## Execution\n\nWhere a < b {\n');
  expect(content?.playbooks?.[0]).toMatchObject({ mdx: false, sections: [{ title: 'Execution', line: 5 }] });
  expect(content?.findings).toMatchObject([{ rule: 'playbook/mdx-syntax', range: { line: 7 } }]);
});

test.each(['a.md', 'a.mdx'])('a carriage return alone ends no line of %s, as in an editor', (path) => {
  const content = read(
    path,
    '---\ntitle: A\nhypothesis: B\n---\nOne.\r\r\rTwo.\n\n## Execution\n\nWhere a < b {\n',
  );
  expect(content?.playbooks?.[0]?.sections).toMatchObject([{ title: 'Execution', line: 7 }]);
  const places = content?.findings?.filter(({ rule }) => rule === 'playbook/mdx-syntax') ?? [];
  expect(places.map(({ range }) => range?.line)).toEqual(path === 'a.mdx' ? [9] : []);
});

test('MDX is parsed and never run', () => {
  const text =
    '---\ntitle: A\nhypothesis: B\n---\nexport const x = (globalThis.wasRun = true)\n\n{(globalThis.wasRun = true)}\n';
  expect(read('a.mdx', text)?.playbooks?.[0]?.mdx).toBe(true);
  expect(globalThis).not.toHaveProperty('wasRun');
});

test('a body nested deeper than anyone writes is read without its sections', () => {
  const content = read('a.md', `---\ntitle: A\nhypothesis: B\n---\n${'> '.repeat(10_000)}# Execution\n`);
  expect(content?.playbooks?.[0]).toMatchObject({ title: 'A', sections: [] });
});

test('a program as front matter is refused and never run', () => {
  const content = read('a.md', '---js\n{ title: (globalThis.wasRun = "A"), hypothesis: "B" }\n---\n');
  expect(content?.playbooks).toBeUndefined();
  expect(content?.findings).toMatchObject([{ severity: 'error' }]);
  expect(globalThis).not.toHaveProperty('wasRun');
});

test.each([
  ['prose without front matter', '# Notes\n'],
  ['a page of documentation', '---\ntitle: Methodology\n---\n# Text\n'],
  ['a detection in prose', '---\ntitle: A\ntechniques: [T1003]\nseverity: high\n---\n'],
  ['a file that says it is a detection', '---\nkind: detection\ntitle: A\nhypothesis: B\n---\n'],
  ['a hunt of HEARTH', '---\ntitle: A\nhypothesis: B\ntechniques: [T1003]\nsubmitter: { name: X }\n---\n'],
])('%s is no playbook', (_name, text) => {
  expect(read('a.md', text)).toBeUndefined();
});
