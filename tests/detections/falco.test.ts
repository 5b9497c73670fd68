import { expect, test } from 'vitest';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { falco } from '../../src/detections/formats/falco.ts';
import { damagedCopies } from '../damaged.ts';
import { readWith } from '../reading.ts';

const FILE = `# Rules of the night watch.
- required_engine_version: 0.40.0

- list: night_shells
  items: [zsh, fish]

- macro: spawned
  condition: evt.type = execve

# Somebody started a shell.
# - rule: Not This One
- rule: Night Shell
  desc: >
    A shell was started
    at night.
  condition: >
    spawned
    and proc.name in (night_shells)
  # of the watch
  output: Shell at night (user=%user.name)
  priority: Warning
  exceptions:
    - name: watchmen
      fields: [user.name, proc.name]
      values: [[bob, zsh], [eve, fish]]
  tags: [maturity_stable, host, container, mitre_execution, TA0002, T1059.004, PCI_DSS_1]

# Switched off.

- rule: Cloud Key Made
  desc: A key was made.
  condition: ct.name = CreateAccessKey
  output: Key made
  priority: NOTICE
  enabled: false
  source: aws_cloudtrail
  tags:
    - T1098-account-manipulation
    - TA0003-persistence
    - account-manipulation
# The end.
`;

function read(text: string): DetectionDraft[] {
  const { detections, findings } = readWith(falco, 'rules/a.yaml', text);
  expect(findings).toEqual([]);
  return detections;
}

/** A complete rule as one item. */
function rule(name: string, more = ''): string {
  return `- rule: ${name}\n  desc: d\n  condition: evt.type = open\n  output: o\n  priority: INFO\n${more}`;
}

test('every rule of a file is read with its own lines, macros and lists are none', () => {
  const [first, second, ...more] = read(FILE);
  expect(more).toEqual([]);
  expect(first).toEqual({
    format: 'falco',
    id: 'Night Shell',
    title: 'Night Shell',
    description: 'A shell was started at night.',
    status: 'production',
    enabled: true,
    severity: 'medium',
    authors: [],
    references: [],
    falsePositives: [],
    logSources: ['syscall'],
    platforms: ['Linux', 'Containers'],
    language: 'falco',
    query: 'spawned and proc.name in (night_shells)',
    guide:
      '## Output\n\n```text\nShell at night (user=%user.name)\n```\n\n## Exceptions\n\n- `watchmen` by `user.name`, `proc.name`: 2 values',
    tags: ['host', 'container', 'PCI_DSS_1'],
    mappings: [{ written: 'T1059.004', id: 'T1059.004', provenance: 'declared', pointer: [3, 'tags', 5] }],
    tactics: [
      { written: 'mitre_execution', pointer: [3, 'tags', 3] },
      { written: 'TA0002', pointer: [3, 'tags', 4] },
    ],
    actors: [],
    related: [],
    tests: [],
    simulations: [],
    refersTo: [],
    lines: { from: 12, to: 26 },
    ordinal: 3,
  });
  expect(second).toMatchObject({
    id: 'Cloud Key Made',
    severity: 'low',
    enabled: false,
    status: 'unknown',
    logSources: ['aws_cloudtrail'],
    platforms: ['IaaS'],
    lines: { from: 30, to: 40 },
    ordinal: 4,
    tags: ['account-manipulation'],
  });
  expect(second?.mappings).toMatchObject([{ written: 'T1098-account-manipulation', id: 'T1098' }]);
  expect(second?.tactics).toMatchObject([{ written: 'TA0003-persistence' }]);
});

test('a tag, and a rule without any, are found at their lines', () => {
  expect(falco.locate(FILE, 3, [3, 'tags', 5])).toEqual({
    line: 26,
    column: 69,
    endLine: 26,
    endColumn: 78,
  });
  expect(falco.locate(FILE, 4, [])).toMatchObject({ line: 30, column: 3 });
});

test('a tag can be put right where it stands, in any document', () => {
  const span = falco.valueSpan?.(FILE, 3, [3, 'tags', 5]);
  expect(FILE.slice(span?.start, span?.end)).toBe('T1059.004');
  const second = `---\n${FILE}---\n${rule('B', '  tags:\n    - T1562\n')}`;
  const other = falco.valueSpan?.(second, 5, [5, 'tags', 0]);
  expect(second.slice(other?.start, other?.end)).toBe('T1562');
  expect(falco.valueSpan?.(FILE, 3, [3, 'tags', 50])).toBeUndefined();
});

test.each([
  ['EMERGENCY', 'critical'],
  ['alert', 'critical'],
  ['Critical', 'critical'],
  ['ERROR', 'high'],
  ['WARNING', 'medium'],
  ['NOTICE', 'low'],
  ['INFORMATIONAL', 'informational'],
  ['DEBUG', 'informational'],
])('the priority %s is the severity %s', (priority, severity) => {
  expect(read(rule('A').replace('INFO', priority))[0]?.severity).toBe(severity);
});

test.each([
  ['maturity_stable', 'production'],
  ['maturity_incubating', 'test'],
  ['maturity_sandbox', 'experimental'],
  ['maturity_deprecated', 'deprecated'],
])('the tag %s is the status %s', (tag, status) => {
  expect(read(rule('A', `  tags: [${tag}]\n`))[0]).toMatchObject({ status, tags: [] });
});

test('tags that look like ATT&CK and are not stay plain, an unknown tactic is told', () => {
  const [draft] = read(
    rule('A', '  tags: [AML.T0051, T10599, cis_T1059, TAKEN, mitre_nonsense, maturity_golden, 7]\n'),
  );
  expect(draft?.mappings).toEqual([]);
  expect(draft?.tactics).toEqual([]);
  expect(draft?.tags).toEqual(['AML.T0051', 'T10599', 'cis_T1059', 'TAKEN', 'maturity_golden', '7']);
  expect(draft?.unrecognised).toEqual([{ written: 'mitre_nonsense', pointer: [0, 'tags', 4] }]);
});

test('`override` changes what it names, as it says', () => {
  const [draft, ...more] = read(
    `${rule('A', '  tags: [host, T1059]\n  exceptions:\n    - {name: x, fields: [proc.name], values: [[a]]}\n')}
- rule: A
  desc: and more
  condition: and not user.name = root
  output: replaced
  priority: ERROR
  enabled: false
  tags: [T1204]
  exceptions:
    - {name: x, values: [[b], [c]]}
    - {name: y, fields: fd.name, values: [d]}
  override:
    desc: append
    condition: append
    output: replace
    priority: replace
    enabled: replace
    tags: append
    exceptions: append
`,
  );
  expect(more).toEqual([]);
  expect(draft).toMatchObject({
    description: 'd and more',
    query: 'evt.type = open and not user.name = root',
    severity: 'high',
    enabled: false,
    tags: ['host'],
    lines: { from: 1, to: 8 },
    ordinal: 0,
  });
  expect(draft?.mappings).toMatchObject([
    { id: 'T1059', pointer: [0, 'tags', 1] },
    { id: 'T1204', pointer: [1, 'tags', 0] },
  ]);
  expect(draft?.guide).toBe(
    '## Output\n\n```text\nreplaced\n```\n\n## Exceptions\n\n- `x` by `proc.name`: 3 values\n- `y` by `fd.name`: 1 value',
  );
});

test('`override` leaves alone what it does not name, and what cannot be changed that way', () => {
  const [draft] = read(
    `${rule('A', '  tags: [T1059]\n  source: okta\n')}
- rule: A
  condition: and more
  priority: ERROR
  source: github
  tags: [T1204]
  override: {priority: append, tags: replace, source: replace, output: replace}
`,
  );
  expect(draft).toMatchObject({ query: 'evt.type = open', severity: 'informational', logSources: ['okta'] });
  expect(draft?.mappings.map(({ id }) => id)).toEqual(['T1204']);
  expect(draft?.guide).toContain('\no\n');
});

test('`append: true` adds to condition and exceptions alone', () => {
  const [draft, ...more] = read(
    `${rule('A', '  tags: [T1059]\n')}
- rule: A
  append: true
  condition: or evt.type = openat
  tags: [T1204]
  exceptions: [{name: x, values: [a]}]
`,
  );
  expect(more).toEqual([]);
  expect(draft?.query).toBe('evt.type = open or evt.type = openat');
  expect(draft?.mappings.map(({ id }) => id)).toEqual(['T1059']);
  expect(draft?.guide).toContain('- `x`: 1 value');
});

test('an item with nothing but `enabled` switches the rule off or on', () => {
  expect(read(`${rule('A')}\n- rule: A\n  enabled: false\n`)[0]?.enabled).toBe(false);
  expect(read(`${rule('A', '  enabled: false\n')}\n- rule: A\n  enabled: true\n`)[0]?.enabled).toBe(true);
});

test('a complete rule of the same name takes the place of the first, which is told', () => {
  const { detections, findings } = readWith(
    falco,
    'a.yaml',
    `${rule('A')}\n${rule('B')}\n${rule('A', '  tags: [T1059]\n')}`,
  );
  expect(detections.map(({ id, ordinal }) => [id, ordinal])).toEqual([
    ['B', 1],
    ['A', 2],
  ]);
  expect(findings).toMatchObject([{ rule: 'falco/duplicate-rule', severity: 'warning', range: { line: 1 } }]);
});

test('a file that changes rules of another file says so, and holds none', () => {
  const read = readWith(
    falco,
    'falco_rules.local.yaml',
    '- rule: A\n  enabled: false\n- rule: B\n  append: true\n  condition: and more\n- macro: m\n  condition: x\n',
  );
  expect(read.detections).toEqual([]);
  expect(read.ignored).toBe('that only change Falco rules of other files');
  expect(read.findings).toMatchObject([
    {
      rule: 'falco/unknown-rule',
      severity: 'note',
      message:
        'Unexpected change of the rule `A`, expected a rule of that name before it in the file; the change is not read',
      range: { line: 1, column: 9 },
    },
    { rule: 'falco/unknown-rule', range: { line: 3, column: 9 } },
  ]);
});

test('a rule without a condition and a priority Falco does not know are findings', () => {
  const { detections, findings, ignored } = readWith(
    falco,
    'a.yaml',
    `${rule('A').replace('INFO', 'URGENT')}\n- rule: B\n  desc: nothing to look for\n`,
  );
  expect(detections.map(({ id, severity }) => [id, severity])).toEqual([['A', undefined]]);
  expect(ignored).toBeUndefined();
  expect(findings.map(({ rule: id, range }) => [id, range?.line])).toEqual([
    ['falco/missing-condition', 7],
    ['falco/invalid-value', 5],
  ]);
  for (const { message } of findings) expect(message).toMatch(/^Unexpected [^\n]+$/);
});

test.each([
  [
    '- macro: m\n  condition: evt.type = open\n- list: l\n  items: [a]\n',
    'of Falco macros and lists without a rule',
  ],
  ['- required_engine_version: 17\n', 'of Falco macros and lists without a rule'],
  ['- rule: A\n  desc: d\n', 'of Falco without a complete rule'],
  [
    '- name: okta\n  type: plugin\n  registry: ghcr.io\n  repository: a/b\n- name: k\n  type: rulesfile\n  registry: ghcr.io\n  repository: a/c\n',
    'that are indexes of a Falco registry',
  ],
])('a file without a rule is ignored with a reason (%#)', (text, ignored) => {
  expect(readWith(falco, 'a.yaml', text)).toMatchObject({ isRecognised: true, detections: [], ignored });
});

test.each([
  '- name: a task\n  command: ls\n',
  '- rule: no-undef\n  level: error\n',
  '- list: groceries\n',
  '- macro: m\n',
  '- emulation_plan_details: {id: x}\n',
  'rule: A\ncondition: b\n',
  '[]\n',
  '- 1\n- null\n',
  '- name: a\n  type: b\n  registry: c\n',
])('lists of other tools are not taken for Falco (%#)', (text) => {
  expect(readWith(falco, 'a.yaml', text).isRecognised).toBe(false);
});

test('items are counted through every document, and found in theirs', () => {
  const text = `---\n${rule('A')}---\nsomething: else\n---\n- null\n${rule('B', '  tags: [T1059]\n')}\n- rule: A\n  enabled: false\n`;
  const drafts = read(text);
  expect(drafts.map(({ id, ordinal, enabled, lines }) => [id, ordinal, enabled, lines])).toEqual([
    ['A', 0, false, { from: 2, to: 6 }],
    ['B', 2, true, { from: 11, to: 16 }],
  ]);
  expect(drafts[1]?.mappings[0]?.pointer).toEqual([2, 'tags', 0]);
  expect(falco.locate(text, 2, [2, 'tags', 0])).toMatchObject({ line: 16, column: 10 });
  expect(falco.locate(text, 0, [])).toMatchObject({ line: 2 });
  expect(falco.locate(text, 9, [])).toBeUndefined();
});

test('a list written in brackets or indented has its lines too', () => {
  const inBrackets = read('[{rule: A, condition: b},\n {rule: B,\n  condition: c}]\n');
  expect(inBrackets.map(({ lines }) => lines)).toEqual([
    { from: 1, to: 1 },
    { from: 2, to: 3 },
  ]);
  const indented = read(
    '  - rule: A\r\n    condition: |\r\n      - a\r\n  # between\r\n\r\n  - rule: B\r\n    condition: b\r\n',
  );
  expect(indented.map(({ lines }) => lines)).toEqual([
    { from: 1, to: 3 },
    { from: 6, to: 7 },
  ]);
});

test('fields of the wrong shape and names of the prototype read as nothing worse', () => {
  const drafts = read(`- rule: __proto__
  condition: a
  desc: {a: b}
  enabled: no
- rule: constructor
  condition: 1
  tags: T1059
  exceptions: {name: x}
  output: "\`\`\`\`"
  priority:
- rule: {a: b}
  condition: x
`);
  expect(drafts.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
  expect(drafts[0]?.description).toBeUndefined();
  expect(drafts[1]).toMatchObject({ query: '1', guide: '## Output\n\n`````text\n````\n`````' });
  expect(drafts[1]?.mappings).toMatchObject([{ id: 'T1059', pointer: [1, 'tags'] }]);
});

test('a stream of many lists in brackets is read in one pass', () => {
  const text = '--- [{rule: A, condition: b}, {rule: B, condition: c}]\n'.repeat(1500);
  expect(readWith(falco, 'a.yaml', text).detections.map(({ ordinal }) => ordinal)).toEqual([2998, 2999]);
});

test('damaged copies give findings or nothing, never an error', () => {
  let withRules = 0;
  let withFindings = 0;
  for (const copy of damagedCopies(FILE)) {
    const { detections, findings } = readWith(falco, 'a.yaml', copy);
    if (detections.length > 0) withRules += 1;
    if (findings.length > 0) withFindings += 1;
    for (const { message } of findings) expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
    for (const { ordinal, mappings, tactics, unrecognised = [] } of detections) {
      for (const { pointer } of [...mappings, ...tactics, ...unrecognised]) {
        expect(falco.locate(copy, ordinal, pointer)?.line).toBeGreaterThan(0);
      }
    }
  }
  expect(withRules).toBeGreaterThan(50);
  expect(withFindings).toBeGreaterThan(10);
});
