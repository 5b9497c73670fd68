import { expect, test } from 'vitest';
import { splunk } from '../../src/detections/formats/splunk.ts';
import { splunkHunts } from '../../src/playbooks/formats/splunk-hunt.ts';
import { currency } from '../../src/playbooks/currency.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { damagedCopies } from '../damaged.ts';
import { printed, readContent } from './reading.ts';

const HUNT = `name: Rare Parents
id: 7a2b9a2c-1111-4a51-8f0e-2b8c5b8f9d10
version: 2
date: '2025-04-02'
author: A. Analyst, Splunk
status: experimental
type: Hunting
description: Something starts from an odd parent.
data_source:
- Sysmon EventID 1 AND Sysmon EventID 5
search: '\`sysmon\` EventCode=1 | rare parent_process_name | \`rare_parents_filter\`'
how_to_implement: Ingest process creations.
known_false_positives: Installers.
references:
- https://example.org/parents
- not an address
tags:
  analytic_story: [Odd Things]
  group: [APT29]
  mitre_attack_id:
  - T1055
  - T1059.001
  security_domain: endpoint
tests:
- name: True Positive Test
  attack_data:
  - data: https://example.org/a.log
`;

test('a hunt is read with its search, and what surrounds it as a body', () => {
  expect(readContent(splunkHunts, 'a.yml', HUNT)).toMatchInlineSnapshot(`
    {
      "detections": [],
      "findings": [],
      "playbooks": [
        {
          "actors": [
            "APT29",
          ],
          "authors": [
            "A. Analyst",
            "Splunk",
          ],
          "body": "## How to implement

    Ingest process creations.

    ## Execution

    \`\`\`spl
    \`sysmon\` EventCode=1 | rare parent_process_name | \`rare_parents_filter\`
    \`\`\`

    ## False positives

    Installers.",
          "dataSources": [
            "Sysmon EventID 1",
            "Sysmon EventID 5",
          ],
          "detections": [],
          "format": "splunk-hunt",
          "hypothesis": "Something starts from an odd parent.",
          "id": "7a2b9a2c-1111-4a51-8f0e-2b8c5b8f9d10",
          "mappings": [
            {
              "id": "T1055",
              "pointer": [
                "tags",
                "mitre_attack_id",
                0,
              ],
              "provenance": "declared",
              "written": "T1055",
            },
            {
              "id": "T1059.001",
              "pointer": [
                "tags",
                "mitre_attack_id",
                1,
              ],
              "provenance": "declared",
              "written": "T1059.001",
            },
          ],
          "mdx": false,
          "platforms": [],
          "queries": [
            {
              "language": "spl",
              "text": "\`sysmon\` EventCode=1 | rare parent_process_name | \`rare_parents_filter\`",
            },
          ],
          "references": [
            "https://example.org/parents",
          ],
          "reviewed": "2025-04-02",
          "runs": [],
          "sections": [
            {
              "depth": 2,
              "line": 1,
              "title": "How to implement",
            },
            {
              "depth": 2,
              "line": 5,
              "role": "execution",
              "title": "Execution",
            },
            {
              "depth": 2,
              "line": 11,
              "role": "false-positives",
              "title": "False positives",
            },
          ],
          "status": "active",
          "tactics": [],
          "title": "Rare Parents",
        },
      ],
    }
  `);
});

test('the day of the last change is the day somebody looked at it', () => {
  const [hunt] = readContent(splunkHunts, 'a.yml', HUNT)?.playbooks ?? [];
  expect(hunt && currency(hunt, '2026-04-02', 180, '2026-04-01')).toEqual({
    current: false,
    currentNot: 'last looked at on 2025-04-02, over 180 days ago',
  });
  const dated = HUNT.replace(/date: .*/, "creation_date: '2019-01-01'\nmodification_date: '2026-03-01'");
  expect(readContent(splunkHunts, 'a.yml', dated)?.playbooks).toMatchObject([
    { created: '2019-01-01', reviewed: '2026-03-01' },
  ]);
});

test.for([
  ['production', 'active'],
  ['experimental', 'active'],
  ['deprecated', 'retired'],
  ['removed', 'retired'],
] as const)('a hunt that is %s is %s', ([written, status]) => {
  const text = HUNT.replace('status: experimental', `status: ${written}`);
  expect(readContent(splunkHunts, 'a.yml', text)?.playbooks).toMatchObject([{ status }]);
});

test('a status nobody knows is a finding', () => {
  const text = HUNT.replace('status: experimental', 'status: finished');
  expect(printed(readContent(splunkHunts, 'a.yml', text))).toEqual([
    '6:9 warning splunk/invalid-value Unexpected `status` `finished`, expected `production`, `experimental`, `deprecated` or `removed`; it reads as not stated (Correct `status`.)',
  ]);
});

test('a file with a hunt and a detection gives both', () => {
  const text = `${HUNT}---\n${HUNT.replace('type: Hunting', 'type: Anomaly')}`;
  const read = readContent(splunkHunts, 'a.yml', text);
  expect(read?.playbooks).toHaveLength(1);
  expect(read?.detections).toMatchObject([{ format: 'splunk', ordinal: 1 }]);
});

test('a search keeps its backticks inside a longer fence', () => {
  const text = HUNT.replace(/search: .*/, "search: 'index=a ```a comment``` | stats count'");
  const [hunt] = readContent(splunkHunts, 'a.yml', text)?.playbooks ?? [];
  expect(hunt?.body).toContain('````spl\nindex=a ```a comment``` | stats count\n````');
});

test('a detection of the same repository is no hunt', () => {
  const text = HUNT.replace('type: Hunting', 'type: TTP');
  expect(readContent(splunkHunts, 'a.yml', text)).toBeUndefined();
  expect(readContent(splunk, 'a.yml', HUNT)?.detections ?? []).toEqual([]);
});

test('a damaged hunt gives findings or a hunt, never an error', () => {
  let read = 0;
  for (const text of damagedCopies(HUNT)) {
    const content = readContent(splunkHunts, 'a.yml', text);
    for (const { message } of content?.findings ?? [])
      expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
    read += content?.playbooks?.length ?? 0;
  }
  expect(read).toBeGreaterThan(100);
});

const folder = corpora("Splunk's hunts");
test.runIf(folder)("Splunk's 162 hunts are read, 161 of them mapped, each with its search", () => {
  const root = corpusFolder(folder ?? '', 'splunk-detections.tar.gz');
  const hunts = corpusFiles(root, ['**/*.yml']).flatMap(
    ({ path, bytes }) => readContent(splunkHunts, path, bytes)?.playbooks ?? [],
  );
  expect(hunts).toHaveLength(162);
  expect(hunts.filter(({ mappings }) => mappings.length > 0)).toHaveLength(161);
  expect(hunts.filter(({ reviewed, hypothesis }) => !reviewed || !hypothesis)).toEqual([]);
  expect(hunts.filter(({ queries }) => queries.length !== 1)).toEqual([]);
  expect(hunts.filter(({ sections }) => !sections.some(({ role }) => role === 'execution'))).toEqual([]);
});
