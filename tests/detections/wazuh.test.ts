import { describe, expect, test } from 'vitest';
import { countsNot } from '../../src/detections/counts.ts';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { wazuh } from '../../src/detections/formats/wazuh.ts';
import { readWith } from '../reading.ts';

const RULES = String.raw`<!-- ---- Team rules ---- -->
<!-- <group name="old,"><rule id="1" level="9"><description>Gone</description></rule></group> -->
<var name="FAILED">fail|denied</var>

<group name="team,sshd,">
  <rule id="100100" level="0">
    <decoded_as>sshd</decoded_as>
    <description>SSH messages grouped.</description>
  </rule>

  <rule id="100101" level="10" frequency="8" timeframe="120" overwrite="yes">
    <if_matched_sid>100100, 5716</if_matched_sid>
    <match>\<user & host</match>
    <description>sshd: many failures
      for $(srcuser)</description>
    <mitre>
      <id>T1110.001</id>
      <id> T1021/004 </id>
    </mitre>
    <info type="link">https://example.org/ssh</info>
    <info type="text">T1059 is not meant</info>
    <info type="cve">CVE-2024-0001</info>
    <group>authentication_failures,pci_dss_11.4,</group>
  </rule>
</group>

<group name="windows,">
  <group name="sysmon,">
    <rule id="100102" level="15">
      <if_group>sysmon_event1</if_group>
      <field name="win.eventdata.image" type="pcre2">(?i)\\x\.exe</field>
      <description>Tool seen</description>
    </rule>
  </group>
</group>
`;

test('rules are read field by field, out of several roots and nested groups', () => {
  const { detections, findings } = readWith(wazuh, 'local_rules.xml', RULES);
  expect(findings).toEqual([]);
  expect(detections).toHaveLength(3);
  const [first, second] = [RULES.indexOf('T1110.001'), RULES.indexOf('T1021/004')];
  expect(detections[1]).toEqual({
    format: 'wazuh',
    id: '100101',
    title: 'sshd: many failures for $(srcuser)',
    status: 'unknown',
    enabled: true,
    severity: 'medium',
    authors: [],
    references: ['https://example.org/ssh'],
    falsePositives: [],
    logSources: [],
    platforms: [],
    language: 'xml',
    query: RULES.slice(
      RULES.indexOf('<rule id="100101"'),
      RULES.indexOf('</rule>', first) + '</rule>'.length,
    ),
    tags: ['team', 'sshd', 'authentication_failures', 'pci_dss_11.4', 'CVE-2024-0001'],
    mappings: [
      { written: 'T1110.001', id: 'T1110.001', provenance: 'declared', pointer: [first, first + 9] },
      { written: 'T1021/004', id: 'T1021.004', provenance: 'declared', pointer: [second, second + 9] },
    ],
    tactics: [],
    actors: [],
    related: [
      { id: '100100', type: 'if_matched_sid' },
      { id: '5716', type: 'if_matched_sid' },
    ],
    tests: [],
    simulations: [],
    refersTo: [],
    lines: { from: 11, to: 24 },
    ordinal: 1,
  });
  expect(detections[2]).toMatchObject({
    id: '100102',
    severity: 'critical',
    tags: ['windows', 'sysmon'],
    logSources: ['group sysmon_event1'],
  });
  expect(wazuh.locate(RULES, 1, [first, first + 9])).toEqual({
    line: 17,
    column: 11,
    endLine: 17,
    endColumn: 20,
  });
  expect(wazuh.locate(RULES, 1, [])).toMatchObject({ line: 11, column: 3 });
});

function one(rule: string): DetectionDraft {
  const [detection] = readWith(wazuh, 'a.xml', `<group name="a">${rule}</group>`).detections;
  if (!detection) throw new Error('no rule');
  return detection;
}

test('a rule that raises no alert does not count', () => {
  const grouping = readWith(wazuh, 'local_rules.xml', RULES).detections[0];
  expect(grouping).toMatchObject({ id: '100100', enabled: true, silent: true, logSources: ['sshd'] });
  expect(grouping?.severity).toBeUndefined();
  expect(grouping && countsNot(grouping, 'deployed', 'a.xml')).toBe('raises no alert');
  expect(one('<rule id="1" level="5" noalert="1"/>')).toMatchObject({ silent: true, severity: 'low' });
  expect(one('<rule id="1" level="5"/>').silent).toBeUndefined();
});

test.for([
  ['1', 'low'],
  ['6', 'low'],
  ['7', 'medium'],
  ['11', 'medium'],
  ['12', 'high'],
  ['14', 'high'],
  ['15', 'critical'],
  ['16', 'critical'],
] as const)("level %s is %s, as on Wazuh's dashboard", ([level, severity]) => {
  expect(one(`<rule id="1" level="${level}"/>`).severity).toBe(severity);
});

describe('mapping', () => {
  const ids = (mitre: string): [string[], string[]] => {
    const { mappings, tactics } = one(
      `<rule id="1" level="3"><description>T1001</description>${mitre}</rule>`,
    );
    return [mappings.map(({ id }) => id), tactics.map(({ written }) => written)];
  };

  test.for([
    ['ids in one element', '<mitre><id>T1110, T1078</id></mitre>', [['T1110', 'T1078'], []]],
    ['ids parted by blanks', '<mitre><id>T1110 T1078</id></mitre>', [['T1110', 'T1078'], []]],
    [
      'two blocks',
      '<mitre><id>T1110</id></mitre><mitre><id>T1110</id><id>T1078</id></mitre>',
      [['T1110', 'T1078'], []],
    ],
    ['a tactic', '<mitre><id>TA0006</id><id>T1110</id></mitre>', [['T1110'], ['TA0006']]],
    [
      'names beside an id',
      '<mitre><id>T1110</id><tactic>Credential Access</tactic><technique>Brute Force</technique></mitre>',
      [['T1110'], ['Credential Access']],
    ],
    ['a name alone', '<mitre><technique>Brute Force</technique></mitre>', [['Brute Force'], []]],
    ['a typing error', '<mitre><id>T111O</id></mitre>', [['T111O'], []]],
    ['MITRE ATLAS', '<mitre><id>AML.T0051</id></mitre>', [[], []]],
    ['an empty element', '<mitre><id/><id> </id></mitre><mitre/>', [[], []]],
    ['an id outside', '<id>T1110</id><group>T1110,attack.t1078</group>', [[], []]],
  ] as const)('%s', ([, mitre, expected]) => {
    expect(ids(mitre)).toEqual(expected);
  });
});

test('a rule without a description goes by its number', () => {
  expect(one('<rule id="77" level="3"/>').title).toBe('Rule 77');
});

test('a level off the scale is a finding', () => {
  const text =
    '<group name="a">\n  <rule id="1" level="3"/>\n  <rule id="2" level="17"><description>x</description></rule>\n  <rule id="3"/>\n</group>\n';
  const { detections, findings } = readWith(wazuh, 'a.xml', text);
  expect(detections.map(({ severity }) => severity)).toEqual(['low', undefined, undefined]);
  expect(findings).toMatchObject([
    {
      rule: 'wazuh/invalid-level',
      message: 'Unexpected `level` `17`, expected a number from 0 to 16; the severity reads as not stated',
      range: { line: 3, column: 3, endColumn: 27 },
    },
    {
      rule: 'wazuh/invalid-level',
      message:
        'Unexpected rule without a `level`, expected a number from 0 to 16; the severity reads as not stated',
      range: { line: 4 },
    },
  ]);
});

test('decoders are known and hold nothing to read', () => {
  const read = readWith(wazuh, 'decoders.xml', '<decoder name="a">\n  <prematch>^x</prematch>\n</decoder>\n');
  expect(read).toMatchObject({ isRecognised: true, ignored: 'that are Wazuh decoders', detections: [] });
});

test('XML of other tools is not recognised', () => {
  for (const text of [
    '<project><rule id="a" level="high"/></project>',
    '<Sysmon><RuleGroup name="x"><rule/></RuleGroup></Sysmon>',
    '<group name="a"/>',
    '<ossec_config><rules/></ossec_config>',
  ]) {
    expect(readWith(wazuh, 'a.xml', text).isRecognised, text).toBe(false);
  }
});

test('a file cut off anywhere gives rules or a finding, never an error', () => {
  for (let length = 0; length < RULES.length; length += 3) {
    const { findings } = readWith(wazuh, 'a.xml', RULES.slice(0, length));
    for (const { message } of findings) expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
  }
});

test('a megabyte of rules is read in an instant', () => {
  const rule = '<rule id="1" level="x"><mitre><id>T1110</id></mitre></rule>\n';
  const text = `<group name="a"><rule id="1" level="1"/>${rule.repeat(1_000_000 / rule.length)}</group>`;
  expect(readWith(wazuh, 'a.xml', text).findings.length).toBeGreaterThan(10_000);
});
