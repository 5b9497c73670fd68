import { expect, test } from 'vitest';
import { splunk } from '../../src/detections/formats/splunk.ts';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { damagedCopies } from '../damaged.ts';
import { readWith } from '../reading.ts';

/** The layout of 2024: risk in the tags. */
const RULE_2024 = `name: Odd Archive Tool
id: 6f1d9a2c-1111-4a51-8f0e-2b8c5b8f9d10
version: 4
date: '2024-09-30'
author: A. Analyst, B. Hunter (Team, North)
status: production
type: TTP
description: Finds an archive tool under another name.
data_source:
- Sysmon EventID 1 AND Sysmon EventID 11
- Windows Event Log Security 4688
search: '| tstats count from datamodel=Endpoint.Processes where Processes.process_name=*7z*
  by Processes.dest | \`odd_archive_tool_filter\`'
how_to_implement: Ingest process creations.
known_false_positives: Backup software.
references:
- https://example.org/archive
drilldown_searches:
- name: View the results
  search: '%original_detection_search%'
tags:
  analytic_story:
  - Collection And Staging
  - 'Odd Tools '
  asset_type: Endpoint
  atomic_guid:
  - 1C91E740-1729-4329-B779-FEBA6E71D048
  confidence: 80
  cve:
  - CVE-2024-0001
  impact: 70
  message: $user$ packed files on $dest$
  mitre_attack_id:
  - T1560.001
  - T1560
  product:
  - Splunk Enterprise
  risk_score: 56
  security_domain: endpoint
tests:
- name: True Positive Test
  attack_data:
  - data: https://example.org/datasets/T1560.001/sysmon.log
    source: XmlWinEventLog:Microsoft-Windows-Sysmon/Operational
    sourcetype: XmlWinEventLog
  - data: https://example.org/datasets/T1560.001/security.log
    sourcetype: XmlWinEventLog
`;

function only(text: string, path = 'detections/endpoint/a.yml'): DetectionDraft {
  const { detections, findings } = readWith(splunk, path, text);
  expect(findings).toEqual([]);
  expect(detections).toHaveLength(1);
  return detections[0]!;
}

test('a detection is read field by field', () => {
  expect(only(RULE_2024)).toMatchInlineSnapshot(`
    {
      "actors": [],
      "authors": [
        "A. Analyst",
        "B. Hunter (Team, North)",
      ],
      "description": "Finds an archive tool under another name.",
      "enabled": true,
      "falsePositives": [
        "Backup software.",
      ],
      "format": "splunk",
      "guide": "## How to implement

    Ingest process creations.",
      "id": "6f1d9a2c-1111-4a51-8f0e-2b8c5b8f9d10",
      "language": "spl",
      "lines": {
        "from": 1,
        "to": 47,
      },
      "logSources": [
        "Sysmon EventID 1",
        "Sysmon EventID 11",
        "Windows Event Log Security 4688",
      ],
      "mappings": [
        {
          "id": "T1560.001",
          "pointer": [
            "tags",
            "mitre_attack_id",
            0,
          ],
          "provenance": "declared",
          "written": "T1560.001",
        },
        {
          "id": "T1560",
          "pointer": [
            "tags",
            "mitre_attack_id",
            1,
          ],
          "provenance": "declared",
          "written": "T1560",
        },
      ],
      "modified": "2024-09-30",
      "ordinal": 0,
      "platforms": [],
      "query": "| tstats count from datamodel=Endpoint.Processes where Processes.process_name=*7z* by Processes.dest | \`odd_archive_tool_filter\`",
      "references": [
        "https://example.org/archive",
      ],
      "refersTo": [],
      "related": [],
      "riskScore": 56,
      "simulations": [
        {
          "id": "1c91e740-1729-4329-b779-feba6e71d048",
          "pointer": [
            "tags",
            "atomic_guid",
            0,
          ],
          "type": "atomic-red-team",
        },
      ],
      "status": "production",
      "tactics": [],
      "tags": [
        "Type: TTP",
        "Analytic story: Collection And Staging",
        "Analytic story: Odd Tools",
        "Asset type: Endpoint",
        "Security domain: endpoint",
        "CVE-2024-0001",
      ],
      "tests": [
        {
          "data": [
            "https://example.org/datasets/T1560.001/sysmon.log",
            "https://example.org/datasets/T1560.001/security.log",
          ],
          "kind": "splunk-attack-data",
          "name": "True Positive Test",
        },
      ],
      "title": "Odd Archive Tool",
    }
  `);
});

test('in the layout of 2025 the risk score is the highest of its risk objects', () => {
  const text = RULE_2024.replace(/ {2}(?:confidence|impact|message|risk_score): .*\n/g, '').replace(
    'tags:\n',
    `rba:
  message: $user$ packed files on $dest$
  risk_objects:
  - field: user
    type: user
    score: 25
  - field: dest
    type: system
    score: 64
  threat_objects: []
tags:
`,
  );
  expect(only(text)).toMatchObject({ riskScore: 64, mappings: [{ id: 'T1560.001' }, { id: 'T1560' }] });
});

test('in the layout of 2026 nothing stands under tags', () => {
  const rule = only(`name: Tunnel Configured
id: 6f1d9a2c-2222-4a51-8f0e-2b8c5b8f9d10
version: 1
creation_date: '2026-05-19'
modification_date: '2026-05-20'
author: A. Analyst
status: experimental
type: Anomaly
description: Finds a tunnel.
data_source:
    - Router Logs
search: |-
    \`router\` "interface Tunnel*"
    | stats count by dest
how_to_implement: |
    Ingest the logs of routers.
known_false_positives: |
    Unknown
intermediate_findings:
    entities:
        - field: dest
          type: system
          score: 20
          message: A tunnel was made on $dest$.
analytic_story:
    - Tunnels
asset_type: Network
mitre_attack_id:
    - T1572
    - AML.T0051
product:
    - Splunk Enterprise
security_domain: network
tests:
    - name: True Positive Test
      attack_data:
        - data: https://example.org/datasets/tunnel.log
          sourcetype: router
      test_type: unit
`);
  expect(rule).toMatchObject({
    status: 'experimental',
    created: '2026-05-19',
    modified: '2026-05-20',
    riskScore: 20,
    falsePositives: [],
    query: '`router` "interface Tunnel*"\n| stats count by dest',
    tags: [
      'Type: Anomaly',
      'Analytic story: Tunnels',
      'Asset type: Network',
      'Security domain: network',
      'AML.T0051',
    ],
    mappings: [{ id: 'T1572', pointer: ['mitre_attack_id', 0] }],
    tests: [{ kind: 'splunk-attack-data', name: 'True Positive Test' }],
  });
});

test('a risk score that is not written is impact times confidence', () => {
  expect(only(RULE_2024.replace(/ {2}risk_score: .*\n/, '')).riskScore).toBe(56);
  expect(only(RULE_2024.replace(/ {2}(?:risk_score|impact): .*\n/g, '')).riskScore).toBeUndefined();
});

test('techniques written as one text are read one by one', () => {
  const one = only(RULE_2024.replace(/mitre_attack_id:\n.*\n.*\n/, 'mitre_attack_id: T1560.001\n'));
  expect(one.mappings).toEqual([
    { written: 'T1560.001', id: 'T1560.001', provenance: 'declared', pointer: ['tags', 'mitre_attack_id'] },
  ]);
  const two = only(RULE_2024.replace(/mitre_attack_id:\n.*\n.*\n/, 'mitre_attack_id: T1560.001, T1005\n'));
  expect(two.mappings.map(({ id }) => id)).toEqual(['T1560.001', 'T1005']);
  expect(only(RULE_2024.replace(/ {2}mitre_attack_id:\n.*\n.*\n/, '')).mappings).toEqual([]);
});

test('a detection tested by hand has no test that anybody runs', () => {
  const byHand = RULE_2024.replace('tags:\n', 'tags:\n  manual_test: Needs a lookup of another product.\n');
  expect(only(byHand).tests).toEqual([]);
  expect(only(RULE_2024.replace(/( {2}attack_data)/, '  test_type: manual\n$1')).tests).toEqual([]);
});

test('a detection taken out of the product is deprecated', () => {
  for (const status of ['deprecated', 'removed']) {
    expect(only(RULE_2024.replace('status: production', `status: ${status}`)).status).toBe('deprecated');
  }
});

test('data sources under the misspelt key are read', () => {
  expect(only(RULE_2024.replace('data_source:', 'data_sources:')).logSources).toHaveLength(3);
});

test('an unknown status or type is a finding, and the rule is read all the same', () => {
  const text = RULE_2024.replace('status: production', 'status: finished').replace(
    'type: TTP',
    'type: Alert',
  );
  const { detections, findings } = readWith(splunk, 'a.yml', text);
  expect(detections).toMatchObject([{ status: 'unknown', title: 'Odd Archive Tool' }]);
  expect(findings).toEqual([
    {
      rule: 'splunk/invalid-value',
      severity: 'warning',
      message:
        'Unexpected `status` `finished`, expected `production`, `experimental`, `deprecated` or `removed`; it reads as not stated',
      hint: 'Correct `status`.',
      range: { line: 6, column: 9, endLine: 6, endColumn: 17 },
    },
    {
      rule: 'splunk/invalid-value',
      severity: 'warning',
      message:
        'Unexpected `type` `Alert`, expected `TTP`, `Anomaly`, `Hunting` or `Correlation`; it is read as a detection',
      hint: 'Correct `type`.',
      range: { line: 7, column: 7, endLine: 7, endColumn: 12 },
    },
  ]);
});

test('every mapping is found where it is written', () => {
  const { mappings } = only(RULE_2024);
  const lines = RULE_2024.split('\n');
  for (const { written, pointer } of mappings) {
    const range = splunk.locate(RULE_2024, 0, pointer);
    expect(lines[(range?.line ?? 0) - 1]?.slice((range?.column ?? 0) - 1)).toBe(written);
  }
});

test.for([
  ['that are Splunk baselines', RULE_2024.replace('type: TTP', 'type: Baseline')],
  ['that are Splunk investigations', RULE_2024.replace('type: TTP', 'type: Investigation')],
  [
    'that are Splunk templates not filled in',
    RULE_2024.replace(/description: .*/, 'description: UPDATE_DESCRIPTION'),
  ],
  [
    'that are Splunk analytic stories',
    'name: A Story\ndescription: A.\nnarrative: Once.\ntags: {category: [Malware], usecase: Fraud}\n',
  ],
  [
    'that are Splunk SOAR playbooks',
    'name: Look Up\ntype: Investigation\ndescription: A.\nplaybook: Look_Up\napp_list: [virustotal]\ntags: {playbook_type: Input}\n',
  ],
  [
    'that are Splunk macros',
    'name: router\ndescription: A.\ndefinition: sourcetype=router\narguments: [a]\n',
  ],
  [
    'that are Splunk lookups',
    'name: tools\ndescription: A.\nfilename: tools.csv\ndefault_match: "false"\nmatch_type: WILDCARD(tool)\n',
  ],
  [
    'that are Splunk data sources',
    'name: Router Logs\nsource: router\nsourcetype: router\nsupported_TA: []\nfields: [_time]\n',
  ],
  [
    'that are Splunk attack data',
    'author: A\nid: b\nenvironment: lab\ndataset: [https://example.org/a.log]\nsourcetypes: [a]\n',
  ],
  [
    'that are Splunk attack data',
    'author: A\nid: b\nmitre_technique: [T1005]\ndatasets:\n- {name: a, path: /a.log, sourcetype: a}\n',
  ],
] as const)('%s: files that hold no detection say why', ([ignored, text]) => {
  const read = readWith(splunk, 'a.yml', text);
  expect(read.isRecognised).toBe(true);
  expect(read).toMatchObject({ ignored, detections: [], findings: [] });
});

test('addresses that are no recordings make no test', () => {
  const template = RULE_2024.replaceAll(/data: https.*/g, 'data: https://github.com/splunk/contentctl/wiki');
  expect(only(template).tests).toEqual([]);
});

test('values of the wrong kind read as not stated and never throw', () => {
  const rule = only(`name: [1]
search: index=a
type: TTP
date: 2024
author: {a: b}
data_source: {a: b}
known_false_positives: [[x]]
references: {a: b}
rba: [1]
tags:
  analytic_story: {__proto__: 1}
  mitre_attack_id: [null, 1560, {a: b}, '']
  risk_score: high
  atomic_guid: {a: b}
tests: [null, {attack_data: {data: x}}, {attack_data: [{data: [x]}]}]
`);
  expect(rule).toMatchObject({
    title: 'a',
    authors: [],
    logSources: [],
    mappings: [{ written: '1560', id: '1560' }],
    tests: [],
    simulations: [],
  });
  expect(rule.riskScore).toBeUndefined();
});

test('YAML of other tools is not taken for Splunk content', () => {
  for (const text of [
    'name: x\nsearch: y\n',
    'name: x\nsearch: y\ntags: [a]\n',
    'name: x\nsearch: y\ntags: {team: b}\n',
    'name: x\ndefinition: y\nsteps: []\n',
    'name: x\nfilename: y\nsize: 3\n',
    'title: x\ndetection: {a: 1, condition: a}\nlogsource: {product: b}\n',
    '- a\n',
  ]) {
    expect(readWith(splunk, 'a.yml', text).isRecognised, text).toBe(false);
  }
});

test('a damaged file gives findings or rules, never an error', () => {
  let read = 0;
  for (const text of damagedCopies(RULE_2024)) {
    const { detections, findings } = readWith(splunk, 'a.yml', text);
    for (const { message } of findings) expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
    for (const { mappings, tactics, ordinal } of detections) {
      read += 1;
      for (const { pointer } of [...mappings, ...tactics]) splunk.locate(text, ordinal, pointer);
    }
  }
  expect(read).toBeGreaterThan(100);
});

test('long texts are read in a moment, whatever they repeat', () => {
  const filler = [' ', 'A', ', ', ' AND', '`', '(', 'T1059,', "'"].map((piece) =>
    piece.repeat(500_000 / piece.length),
  );
  for (const text of filler) {
    const quoted = JSON.stringify(`x${text}x`);
    const rule = RULE_2024.replace(/^(author|description|known_false_positives):.*$/gm, `$1: ${quoted}`)
      .replace('- Sysmon EventID 1 AND Sysmon EventID 11', `- ${quoted}`)
      .replace('- T1560.001', `- ${quoted}`);
    expect(readWith(splunk, 'a.yml', rule).detections).toHaveLength(1);
  }
});
