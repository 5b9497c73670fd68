import { expect, test } from 'vitest';
import { elastic } from '../../src/detections/formats/elastic.ts';
import { readWith } from '../reading.ts';

const RULE = `[metadata]
creation_date = "2026/01/09"
integration = ["endpoint"]
maturity = "development"
updated_date = "2026/02/10"

[rule]
author = ["A Team"]
building_block_type = "default"
description = """
Finds something.
"""
false_positives = ["""
Installers.
"""]
language = "esql"
name = "Something Found"
note = """## Triage
Look.
"""
risk_score = 47
rule_id = "3b1f9d0e-7a52-4f0e-9d35-0d6c1b1f7a11"
setup = "Install the agent."
severity = "medium"
tags = ["OS: Windows", "OS: macOS", "Tactic: Execution", "Mitre Atlas: T0051", "Use Case: Threat Detection"]
type = "esql"
query = '''
from logs-a-*, logs-b-* metadata _id // from here
| where a == 1
'''

[[rule.threat]]
framework = "MITRE ATT&CK"
[[rule.threat.technique]]
id = "T1059"
name = "Command and Scripting Interpreter"
[[rule.threat.technique.subtechnique]]
id = "T1059.001"
[[rule.threat.technique]]
id = "T1204"
[rule.threat.tactic]
id = "TA0002"
name = "Execution"

[[rule.threat]]
framework = "MITRE ATLAS"
[[rule.threat.technique]]
id = "T0051"
`;

test('a rule is read field by field', () => {
  const { detections, findings } = readWith(elastic, 'rules/a.toml', RULE);
  expect(findings).toEqual([]);
  expect(detections).toMatchInlineSnapshot(`
    [
      {
        "actors": [],
        "authors": [
          "A Team",
        ],
        "created": "2026-01-09",
        "description": "Finds something.",
        "enabled": true,
        "falsePositives": [
          "Installers.",
        ],
        "format": "elastic",
        "guide": "## Triage
    Look.

    ## Setup

    Install the agent.",
        "id": "3b1f9d0e-7a52-4f0e-9d35-0d6c1b1f7a11",
        "language": "esql",
        "lines": {
          "from": 1,
          "to": 48,
        },
        "logSources": [
          "endpoint",
          "logs-a-*",
          "logs-b-*",
        ],
        "mappings": [
          {
            "id": "T1059",
            "path": true,
            "pointer": [
              "rule",
              "threat",
              0,
              "technique",
              0,
              "id",
            ],
            "provenance": "declared",
            "tactic": "TA0002",
            "written": "T1059",
          },
          {
            "id": "T1059.001",
            "pointer": [
              "rule",
              "threat",
              0,
              "technique",
              0,
              "subtechnique",
              0,
              "id",
            ],
            "provenance": "declared",
            "tactic": "TA0002",
            "written": "T1059.001",
          },
          {
            "id": "T1204",
            "pointer": [
              "rule",
              "threat",
              0,
              "technique",
              1,
              "id",
            ],
            "provenance": "declared",
            "tactic": "TA0002",
            "written": "T1204",
          },
        ],
        "modified": "2026-02-10",
        "ordinal": 0,
        "platforms": [
          "Windows",
          "macOS",
        ],
        "query": "from logs-a-*, logs-b-* metadata _id // from here
    | where a == 1",
        "references": [],
        "refersTo": [],
        "related": [],
        "riskScore": 47,
        "severity": "medium",
        "simulations": [],
        "status": "experimental",
        "tactics": [
          {
            "pointer": [
              "rule",
              "threat",
              0,
              "tactic",
              "id",
            ],
            "written": "TA0002",
          },
        ],
        "tags": [
          "OS: Windows",
          "OS: macOS",
          "Mitre Atlas: T0051",
          "Use Case: Threat Detection",
          "building block",
        ],
        "tests": [],
        "title": "Something Found",
      },
    ]
  `);
});

test('a technique is the way to its sub-technique, unless it stands alone', () => {
  const [rule] = readWith(elastic, 'a.toml', RULE).detections;
  expect(rule?.mappings.map(({ id, path }) => [id, path])).toEqual([
    ['T1059', true],
    ['T1059.001', undefined],
    ['T1204', undefined],
  ]);
});

test('an id ATT&CK has no form for is kept as unrecognised', () => {
  const [rule] = readWith(elastic, 'a.toml', RULE.replace('"T1204"', '"AML.T0051"')).detections;
  expect(rule?.unrecognised).toEqual([
    { written: 'AML.T0051', pointer: ['rule', 'threat', 0, 'technique', 1, 'id'] },
  ]);
});

test('a rule that is switched off says so', () => {
  const [rule] = readWith(
    elastic,
    'a.toml',
    RULE.replace('[rule]\n', '[rule]\nenabled = false\n'),
  ).detections;
  expect(rule?.enabled).toBe(false);
});

test('a severity off the scale is a finding and reads as not stated', () => {
  const { detections, findings } = readWith(elastic, 'a.toml', RULE.replace('"medium"', '"grave"'));
  expect(detections[0]?.severity).toBeUndefined();
  expect(findings).toMatchObject([{ rule: 'elastic/invalid-value', range: { line: 24, column: 12 } }]);
});

test('TOML of other tools is not taken for a rule', () => {
  for (const text of [
    '[project]\nname = "x"\n',
    '[rule]\nname = "x"\n',
    '[hunt]\nname = "x"\nquery = ["a"]\n',
  ]) {
    expect(readWith(elastic, 'a.toml', text).isRecognised, text).toBe(false);
  }
});
