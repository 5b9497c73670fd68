import { expect, test } from 'vitest';
import { sigma } from '../../src/detections/formats/sigma.ts';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { readWith } from '../reading.ts';

const RULE = `title: Rundll32 Without Arguments
id: 4f1c9a52-6a34-4a51-8f0e-2b8c5b8f9d10
related:
    - id: 0a1b2c3d-0000-4000-8000-000000000001
      type: derived
status: stable
description: Detects rundll32 started with no argument
references:
    - https://example.org/one
author: A. Analyst, B. Hunter (Team, North)
date: 2026/01/9
modified: 2026-02-10
tags:
    - attack.execution
    - attack.t1218.011
    - attack.g0016
    - attack.ds0009
    - detection.threat-hunting
    - car.2016-04-005
logsource:
    product: windows
    category: process_creation
detection:
    selection: # exactly this one
        Image|endswith: '\\rundll32.exe'
        Mask: 0x17
    condition: selection
# after the detection
falsepositives:
    - Unknown
    - Installers
level: High
regression_tests_path: regression_data/rundll32/info.yml
simulation:
    - type: atomic red team
      name: Rundll32 with nothing
      technique: T1218.011
      atomic_guid: 1c91e740-1729-4329-b779-feba6e71d048
`;

function only(text: string, path = 'rules/a.yml'): DetectionDraft {
  const { detections, findings } = readWith(sigma, path, text);
  expect(findings).toEqual([]);
  expect(detections).toHaveLength(1);
  return detections[0]!;
}

function withTags(...tags: string[]): DetectionDraft {
  return only(`title: A\ntags: [${tags.join(', ')}]\nlogsource: {product: x}\ndetection:\n  condition: a\n`);
}

test('a rule is read field by field', () => {
  expect(only(RULE)).toMatchInlineSnapshot(`
    {
      "actors": [
        "G0016",
      ],
      "authors": [
        "A. Analyst",
        "B. Hunter (Team, North)",
      ],
      "created": "2026-01-09",
      "description": "Detects rundll32 started with no argument",
      "enabled": true,
      "falsePositives": [
        "Installers",
      ],
      "format": "sigma",
      "id": "4f1c9a52-6a34-4a51-8f0e-2b8c5b8f9d10",
      "language": "sigma",
      "lines": {
        "from": 1,
        "to": 38,
      },
      "logSources": [
        "windows · process_creation",
      ],
      "mappings": [
        {
          "id": "T1218.011",
          "pointer": [
            "tags",
            1,
          ],
          "provenance": "declared",
          "written": "attack.t1218.011",
        },
      ],
      "modified": "2026-02-10",
      "ordinal": 0,
      "platforms": [
        "Windows",
      ],
      "query": "detection:
        selection: # exactly this one
            Image|endswith: '\\rundll32.exe'
            Mask: 0x17
        condition: selection",
      "references": [
        "https://example.org/one",
      ],
      "refersTo": [],
      "related": [
        {
          "id": "0a1b2c3d-0000-4000-8000-000000000001",
          "type": "derived",
        },
      ],
      "robustness": {
        "because": "\`Image|endswith: '\\rundll32.exe'\` decides: the program is a part of the system, or stands there anyway; not weighed: \`Mask\`.",
        "by": "query",
        "parts": [
          {
            "field": "Image",
            "rung": "behaviour",
            "why": "the program is a part of the system, or stands there anyway",
            "written": "Image|endswith: '\\rundll32.exe'",
          },
        ],
        "rung": "behaviour",
        "summit": {
          "column": "U",
          "level": 1,
        },
      },
      "severity": "high",
      "simulations": [
        {
          "id": "1c91e740-1729-4329-b779-feba6e71d048",
          "name": "Rundll32 with nothing",
          "pointer": [
            "simulation",
            0,
            "atomic_guid",
          ],
          "technique": "T1218.011",
          "type": "atomic-red-team",
        },
      ],
      "status": "production",
      "tactics": [
        {
          "pointer": [
            "tags",
            0,
          ],
          "written": "attack.execution",
        },
      ],
      "tags": [
        "attack.ds0009",
        "detection.threat-hunting",
        "car.2016-04-005",
      ],
      "tests": [
        {
          "kind": "sigma-regression",
          "path": "regression_data/rundll32/info.yml",
        },
      ],
      "title": "Rundll32 Without Arguments",
    }
  `);
});

test('the query is the original text of `detection`, comments and hexadecimal numbers included', () => {
  expect(only(RULE).query).toBe(
    [
      'detection:',
      '    selection: # exactly this one',
      "        Image|endswith: '\\rundll32.exe'",
      '        Mask: 0x17',
      '    condition: selection',
    ].join('\n'),
  );
});

test.for([
  ['attack.t1059', 'T1059'],
  ['attack.T1059.001', 'T1059.001'],
  ['"attack.T1105 "', 'T1105'],
  ['attack.t1059_001', 'T1059.001'],
  ['attack_t1059', 'T1059'],
  ['t1070.006', 'T1070.006'],
  ['T1059.001', 'T1059.001'],
])('the tag %s is the technique %s', ([written, id]) => {
  expect(withTags(written!).mappings.map((mapping) => mapping.id)).toEqual([id]);
});

test.for([
  'attack.privilege-escalation',
  'attack.privilege_escalation',
  'attack.Privilege Escalation',
  'attack.defense.evasion',
  'attack.CommandAndControl',
  'attack.stealth',
  'attack.TA0005',
])('the tag %s is a tactic', (written) => {
  const draft = withTags(written);
  expect(draft.tactics).toEqual([{ written, pointer: ['tags', 0] }]);
  expect(draft.unrecognised).toBeUndefined();
});

test.for([
  'attack.defense_evesion',
  'attack.1562.001',
  'attack.',
  'attack.t',
  'attack.hidden.users',
  'attack.t10590',
])('the tag %s is kept as an unrecognised ATT&CK tag', (written) => {
  expect(withTags(written).unrecognised).toEqual([{ written, pointer: ['tags', 0] }]);
});

test('an empty list item among the tags is passed over', () => {
  expect(withTags('null', 'attack.t1059', '""').mappings).toEqual([
    { written: 'attack.t1059', id: 'T1059', provenance: 'declared', pointer: ['tags', 1] },
  ]);
});

test.for([
  ['stable', 'production'],
  ['Experimental', 'experimental'],
  ['experimental|', 'experimental'],
  ['deprecated', 'deprecated'],
  ['unsupported', 'unsupported'],
])('the status %s reads as %s', ([written, status]) => {
  expect(only(RULE.replace('status: stable', `status: ${written!}`)).status).toBe(status);
});

test('a value that is not on the scale is a finding at its line, and reads as not stated', () => {
  const { detections, findings } = readWith(sigma, 'a.yml', RULE.replace('level: High', 'level: urgent'));
  expect(detections[0]?.severity).toBeUndefined();
  expect(findings).toEqual([
    {
      rule: 'sigma/invalid-value',
      severity: 'warning',
      message:
        'Unexpected `level` `urgent`, expected `informational`, `low`, `medium`, `high` or `critical`; it reads as not stated',
      hint: 'Correct `level`.',
      range: { line: 32, column: 8, endLine: 32, endColumn: 14 },
    },
  ]);
});

test('a rule without a title is shown by its file name', () => {
  const { detections, findings } = readWith(sigma, 'rules/odd name+1.yml', RULE.replace(/^title.*\n/, ''));
  expect(detections[0]?.title).toBe('odd name+1');
  expect(findings.map(({ rule }) => rule)).toEqual(['sigma/missing-title']);
});

test('a rule that lost its detection is a finding, not a silence', () => {
  const { detections, findings } = readWith(sigma, 'a.yml', RULE.replace('\ndetection:', '\ndetction:'));
  expect(detections).toEqual([]);
  expect(findings).toMatchObject([
    { rule: 'sigma/missing-detection', severity: 'error', range: { line: 20 } },
  ]);
});

test('documents of a collection inherit every field of the global one, and keep their own lines', () => {
  const text = `action: global
title: Service Installed
tags: [attack.t1543.003]
detection:
  condition: 1 of them
level: high
---
logsource: {product: windows, service: system}
detection:
  one: {EventID: 7045}
---
logsource: {product: windows, service: security}
detection:
  two: {EventID: 4697}
level: low
`;
  const { detections, findings } = readWith(sigma, 'a.yml', text);
  expect(findings).toEqual([]);
  expect(
    detections.map(({ title, severity, lines, ordinal, mappings, query, logSources }) => ({
      title,
      severity,
      lines,
      ordinal,
      ids: mappings.map(({ id }) => id),
      query,
      logSources,
    })),
  ).toEqual([
    {
      title: 'Service Installed',
      severity: 'high',
      lines: { from: 8, to: 10 },
      ordinal: 1,
      ids: ['T1543.003'],
      query: 'detection:\n  condition: 1 of them\n---\ndetection:\n  one: {EventID: 7045}',
      logSources: ['windows · system'],
    },
    {
      title: 'Service Installed',
      severity: 'low',
      lines: { from: 12, to: 15 },
      ordinal: 2,
      ids: ['T1543.003'],
      query: 'detection:\n  condition: 1 of them\n---\ndetection:\n  two: {EventID: 4697}',
      logSources: ['windows · security'],
    },
  ]);
  // An inherited tag is found where it is written.
  expect(sigma.locate(text, 2, ['tags', 0])).toEqual({ line: 3, column: 8, endLine: 3, endColumn: 24 });
});

test('`action: reset` ends what is inherited, `action: repeat` builds on the rule before', () => {
  const text = `action: global
level: high
---
title: One
logsource: {product: a}
detection: {x: 1, condition: x}
---
action: repeat
title: Two
detection: {x: 2}
---
action: reset
---
title: Three
logsource: {product: b}
detection: {x: 3, condition: x}
`;
  const { detections } = readWith(sigma, 'a.yml', text);
  expect(detections.map(({ title, severity, logSources }) => [title, severity, logSources])).toEqual([
    ['One', 'high', ['a']],
    ['Two', 'high', ['a']],
    ['Three', undefined, ['b']],
  ]);
});

test('correlations and filters name the rules they work on', () => {
  const { detections, findings } = readWith(
    sigma,
    'a.yml',
    `title: Many Failures
correlation:
  type: event_count
  rules: [failed_logon, 0a1b2c3d-0000-4000-8000-000000000001]
  group-by: [User]
  timespan: 5m
  condition: {gte: 10}
level: high
---
title: Not The Scanner
logsource: {product: windows}
filter:
  rules: failed_logon
  selection: {User: scanner}
  condition: not selection
---
title: Nobody's Scanner
logsource: {product: windows}
filter:
  rules: any
  selection: {User: scanner}
  condition: not selection
`,
  );
  expect(findings).toEqual([]);
  expect(detections.map(({ format, refersTo, query }) => [format, refersTo, query?.split('\n')[0]])).toEqual([
    ['sigma-correlation', ['failed_logon', '0a1b2c3d-0000-4000-8000-000000000001'], 'correlation:'],
    ['sigma-filter', ['failed_logon'], 'filter:'],
    ['sigma-filter', [], 'filter:'],
  ]);
});

test('YAML of other tools is not taken for Sigma, even with a `detection` key', () => {
  for (const text of [
    'detection: yes\n',
    'detection: {a: 1}\n',
    '- rule: x\n  condition: y\n',
    'name: x\nquery: y\n',
  ]) {
    expect(readWith(sigma, 'a.yml', text).isRecognised, text).toBe(false);
  }
});

test('a file of hundreds of documents gives as many rules, each with its own lines', () => {
  const many = Array.from(
    { length: 468 },
    (_, index) =>
      `title: Tool ${index}\ntags: [attack.t1219]\nlogsource: {product: windows}\ndetection:\n  sel: {Image: ${index}.exe}\n  condition: sel\n`,
  ).join('---\n');
  const { detections, findings } = readWith(sigma, 'tools.yml', many);
  expect(findings).toEqual([]);
  expect(detections).toHaveLength(468);
  const lines = many.split('\n');
  for (const { title, lines: own } of detections) expect(lines[own.from - 1]).toBe(`title: ${title}`);
});
