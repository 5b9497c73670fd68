import { expect, test } from 'vitest';
import { locateToml, tomlValueSpan } from '../../src/documents/locate-toml.ts';
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
  [['rule', 'tags', 0], '"one"', 11],
  [['rule', 'tags'], 'tags = [', 10],
  // What is not there is shown at the list it is missing from.
  [['rule', 'tags', 4], 'tags = [', 10],
  [['rule', 'threat', 1, 'tactic'], '[[rule.threat]]', 26],
  [[], '[metadata]', 1],
  [['hunt', 'mitre'], '[metadata]', 1],
] as const)('in a TOML text, %j is `%s` on line %i', ([pointer, expected, line]) => {
  const range = locateToml(TOML, [...pointer]);
  expect(marked(TOML, range)).toBe(expected);
  expect(range.line).toBe(line);
});

const TOML_LISTS = `[hunt]
mitre = ["T1059", 'T1105', "T9999"] # "T0000"
query = [
  '''
mitre = ["T0001"]
from x # ]
''', # one
  "select \\"a\\" from b",   # ]

  """say "x""""",
]
nested = [["a", "b"], ["c"],
["d"]]
threat = [{ id = "T1003", tactic = { id = "TA0006" } }, { "id" = "T1110", sub.id = "T1110.001" }]
uuid = "x"
`;

test.for([
  [['hunt', 'mitre', 2], '"T9999"', 2],
  [['hunt', 'mitre', 1], "'T1105'", 2],
  [['hunt', 'query', 0], "'''", 4],
  [['hunt', 'query', 1], '"select \\"a\\" from b"', 8],
  [['hunt', 'query', 2], '"""say "x""""",', 10],
  [['hunt', 'nested', 0, 1], '"b"', 12],
  [['hunt', 'nested', 2, 0], '"d"', 13],
  [['hunt', 'threat', 0, 'tactic', 'id'], '"TA0006"', 14],
  [['hunt', 'threat', 1, 'id'], '"T1110"', 14],
  [['hunt', 'threat', 1, 'sub', 'id'], '"T1110.001"', 14],
  [['hunt', 'uuid'], '"x"', 15],
] as const)('in a TOML list, %j is `%s` on line %i', ([pointer, expected, line]) => {
  const range = locateToml(TOML_LISTS, [...pointer]);
  expect(marked(TOML_LISTS, range)).toBe(expected);
  expect(range.line).toBe(line);
});

test('the span of a TOML value is its source text, and a table or a missing key has none', () => {
  const spanned = (pointer: (string | number)[]): string | undefined => {
    const span = tomlValueSpan(TOML_LISTS, pointer);
    return span && TOML_LISTS.slice(span.start, span.end);
  };
  expect(spanned(['hunt', 'mitre', 2])).toBe('"T9999"');
  expect(spanned(['hunt', 'query', 2])).toBe('"""say "x"""""');
  expect(spanned(['hunt', 'mitre', 3])).toBeUndefined();
  expect(spanned(['hunt'])).toBeUndefined();
});

test('a megabyte of anything is looked through in an instant', () => {
  const size = 1_000_000;
  for (const piece of ['#\n', 'a', ' ', '[', '{', '"', 'a.', 'a = [', '\\"', '[[a]]\n']) {
    const text = `x = ["${'b'.repeat(9)}", {\n${piece.repeat(size / piece.length)}`;
    expect(() => locateToml(text, ['x', 1, 'y']), piece).not.toThrow();
  }
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

test('a place after an error in another document is on its own line', () => {
  // The library loses the ends of lines inside of what it skips.
  const text = '"a" b\n\nn: a\nid: f\nd: |\n  one\n  two\nc: d\n---\ntags:\n  - attack.t1059\n';
  expect(locateYaml(text, 1, ['tags', 0])).toMatchObject({ line: 11, column: 5 });
});

test('a key as long as a text is looked for without an expression', () => {
  const key = 'k'.repeat(50_000);
  expect(locateYaml(`${key}: a\n`, 0, [key])).toMatchObject({ line: 1 });
});
