import { expect, test } from 'vitest';
import { locateToml } from '../../src/documents/locate-toml.ts';
import { locateYaml } from '../../src/documents/locate-yaml.ts';
import { locateFrontMatter } from '../../src/documents/markdown.ts';
import type { Range } from '../../src/findings/finding.ts';

/** The text a range marks; ranges of findings stay on one line. */
function marked(text: string, range: Range | undefined): string | undefined {
  if (!range) return undefined;
  expect(range.endLine).toBe(range.line);
  return text.split('\n')[range.line - 1]?.slice(range.column - 1, range.endColumn - 1);
}

const YAML = `title: One
tags:
  - attack.t1059 # comment
  - 'attack.t1105 '
---
title: Two
detection:
  selection:
    a: 1
  condition: selection
`;

test.for([
  [0, ['tags', 0], 'attack.t1059'],
  [0, ['tags', 1], "'attack.t1105 '"],
  [0, ['title'], 'One'],
  [1, ['title'], 'Two'],
  [1, ['detection'], 'detection'],
  [1, ['detection', 'condition'], 'selection'],
  // What is not there is shown at the nearest thing above it.
  [1, ['detection', 'timeframe'], 'detection'],
  [0, ['tags', 7], 'tags'],
  [1, [], 'title: Two'],
] as const)('in document %i of a YAML text, %j is `%s`', ([ordinal, pointer, expected]) => {
  expect(marked(YAML, locateYaml(YAML, ordinal, [...pointer]))).toBe(expected);
});

test('a document that does not exist has no place', () => {
  expect(locateYaml(YAML, 5, ['title'])).toBeUndefined();
});

const TOML = `[metadata]
maturity = "production"

[rule]
name = "x"
note = """
[[rule.threat]]
id = "T0000"
"""
tags = [
    "one",
]

[[rule.threat]]
framework = "MITRE ATT&CK"
[[rule.threat.technique]]
id = "T1059"
[[rule.threat.technique.subtechnique]]
id = "T1059.001"
[[rule.threat.technique.subtechnique]]
id = "T1059.003"

[rule.threat.tactic]
id = "TA0002"

[[rule.threat]]
framework = "MITRE ATT&CK"
[[rule.threat.technique]]
id = "T1105"
[[rule.threat.technique]]
id = "T1106"
`;

test.for([
  [['metadata', 'maturity'], '"production"', 2],
  [['rule', 'threat', 0, 'technique', 0, 'id'], '"T1059"', 17],
  [['rule', 'threat', 0, 'technique', 0, 'subtechnique', 1, 'id'], '"T1059.003"', 21],
  [['rule', 'threat', 0, 'tactic', 'id'], '"TA0002"', 24],
  [['rule', 'threat', 1, 'technique', 1, 'id'], '"T1106"', 31],
  [['rule', 'tags', 0], 'tags = [', 10],
  [['rule', 'threat', 1, 'tactic'], '[[rule.threat]]', 26],
  [[], '[metadata]', 1],
  [['hunt', 'mitre'], '[metadata]', 1],
] as const)('in a TOML text, %j is `%s` on line %i', ([pointer, expected, line]) => {
  const range = locateToml(TOML, [...pointer]);
  expect(marked(TOML, range)).toBe(expected);
  expect(range.line).toBe(line);
});

test('a key of front matter is found on the line of the file', () => {
  const text = '---\ntitle: x\ntechniques: [T1059, T9999]\n---\n\ntechniques: no\n';
  expect(locateFrontMatter(text, ['techniques', 1])).toEqual({
    line: 3,
    column: 21,
    endLine: 3,
    endColumn: 26,
  });
  expect(locateFrontMatter('# No front matter\n', ['title'])).toBeUndefined();
});
