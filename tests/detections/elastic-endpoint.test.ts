import { expect, test } from 'vitest';
import { elasticEndpoint } from '../../src/detections/formats/elastic-endpoint.ts';
import { elastic } from '../../src/detections/formats/elastic.ts';
import { readWith } from '../reading.ts';

const RULE = `[rule]
description = """
Finds a helper that starts a shell.
"""
id = "0d5f1a3b-6f0e-4f0b-8a39-6a1d1d6d2f10"
license = "Some License"
name = "Shell from a Helper"
os_list = ["linux", "macos"]
reference = ["https://example.org/helper"]
version = "1.0.3"

query = '''
process where process.parent.name == "helper" and process.name : "*sh"
'''

min_endpoint_version = "8.4.0"
optional_actions = []
[[actions]]
action = "kill_process"
field = "process.entity_id"
state = 0

[[threat]]
framework = "MITRE ATT&CK"
[[threat.technique]]
id = "T1059"
name = "Command and Scripting Interpreter"
[[threat.technique.subtechnique]]
id = "T1059.004"

[threat.tactic]
id = "TA0002"

[[threat]]
framework = "MITRE ATLAS"
[[threat.technique]]
id = "T0051"

[internal]
min_endpoint_version = "8.4.0"
`;

test('a behaviour rule is read, with what it does not state left out', () => {
  const [rule, ...more] = readWith(elasticEndpoint, 'a.toml', RULE).detections;
  expect(more).toEqual([]);
  expect(rule).toMatchObject({
    format: 'elastic-endpoint',
    id: '0d5f1a3b-6f0e-4f0b-8a39-6a1d1d6d2f10',
    title: 'Shell from a Helper',
    description: 'Finds a helper that starts a shell.',
    status: 'unknown',
    enabled: true,
    references: ['https://example.org/helper'],
    platforms: ['Linux', 'macOS'],
    logSources: ['endpoint'],
    language: 'eql',
    query: 'process where process.parent.name == "helper" and process.name : "*sh"',
    mappings: [
      { id: 'T1059', path: true, tactic: 'TA0002' },
      { id: 'T1059.004', tactic: 'TA0002' },
    ],
    tactics: [{ written: 'TA0002', pointer: ['threat', 0, 'tactic', 'id'] }],
  });
  for (const key of ['severity', 'created', 'modified', 'guide']) expect(rule).not.toHaveProperty(key);
});

test('its pointers lead to the ids in the file', () => {
  const [rule] = readWith(elasticEndpoint, 'a.toml', RULE).detections;
  const written = (rule?.mappings ?? []).map(({ pointer }) => {
    const span = elasticEndpoint.valueSpan?.(RULE, 0, pointer);
    return span && RULE.slice(span.start, span.end);
  });
  expect(written).toEqual(['"T1059"', '"T1059.004"']);
  expect(elasticEndpoint.locate(RULE, 0, rule?.mappings[1]?.pointer ?? [])).toMatchObject({ line: 29 });
});

test('a rule without a mapping is still one', () => {
  const unmapped = RULE.slice(0, RULE.indexOf('[[threat]]'));
  expect(readWith(elasticEndpoint, 'a.toml', unmapped).detections).toMatchObject([{ mappings: [] }]);
});

test('it is told from a detection rule, and the other way round', () => {
  expect(readWith(elastic, 'a.toml', RULE).isRecognised).toBe(false);
  for (const text of [
    '[metadata]\nmaturity = "production"\n[rule]\nname = "x"\nrule_id = "y"\nquery = "z"\n',
    '[rule]\nid = "x"\nquery = "y"\n',
    'threat = 1\nrule = "x"\n',
  ]) {
    expect(readWith(elasticEndpoint, 'a.toml', text).isRecognised, text).toBe(false);
  }
});
