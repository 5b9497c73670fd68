import { expect, test } from 'vitest';
import { kqlMarkdown } from '../../src/detections/formats/kql-markdown.ts';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { readWith } from '../reading.ts';

const QUERY = '```KQL\nDeviceProcessEvents\n| where FileName =~ "sample.exe"\n```\n';

const PAGE = `# *Archive tool started by a browser*

## Query Information

#### MITRE ATT&CK Technique(s)

| Technique ID | Title    | Link    |
| ---  | --- | --- |
| T1560.001 | Archive via Utility | https://attack.mitre.org/techniques/T1560/001/ |
| T1105 ] | Ingress Tool Transfer | https://attack.mitre.org/techniques/T1105/ |

#### Description
A browser starts *an archiver*.
See [the tool](https://tool.example.org/).

- Once a day
- From any device

#### Risk
Data leaves through T1048.

#### Author <Optional>
- **Name:** A. Person
- **Github:** https://github.com/a-person
- **Website:**

#### References
- https://blog.example.net/archives
- [A talk](https://talks.example.net/1)
- https://example.com/
- A paper on paper

## Defender XDR
\`\`\`KQL
// Once:
DeviceProcessEvents
# no heading
| where FileName =~ "sample.exe"
\`\`\`

## Sentinel
\`\`\`
SecurityEvent
| where Process =~ "sample.exe"
\`\`\`
`;

function read(text: string, path = 'Some Folder/Sample.md'): DetectionDraft {
  const { detections, isRecognised } = readWith(kqlMarkdown, path, text);
  expect(isRecognised).toBe(true);
  const [draft, ...more] = detections;
  expect(more).toEqual([]);
  if (!draft) throw new Error('nothing was read');
  return draft;
}

/** Ids of the mappings, and what the text says at their pointers. */
function mapped(draft: DetectionDraft, text: string): [string, string][] {
  return draft.mappings.map(({ id, pointer }) => [id, text.slice(Number(pointer[0]), Number(pointer[1]))]);
}

test('a page is read field by field', () => {
  const draft = read(PAGE);
  expect({ ...draft, mappings: mapped(draft, PAGE) }).toEqual({
    format: 'kql-markdown',
    title: 'Archive tool started by a browser',
    description: 'A browser starts an archiver.\nSee the tool.\n\n- Once a day\n- From any device',
    status: 'unknown',
    enabled: true,
    authors: ['A. Person'],
    references: ['https://blog.example.net/archives', 'https://talks.example.net/1', 'A paper on paper'],
    falsePositives: [],
    logSources: ['Defender XDR', 'Sentinel'],
    platforms: ['Defender XDR', 'Sentinel'],
    language: 'kql',
    query: [
      '// Defender XDR',
      '// Once:',
      'DeviceProcessEvents',
      '# no heading',
      '| where FileName =~ "sample.exe"',
      '',
      '// Sentinel',
      'SecurityEvent',
      '| where Process =~ "sample.exe"',
    ].join('\n'),
    guide: '## Risk\n\nData leaves through T1048.',
    tags: [],
    mappings: [
      ['T1560.001', 'T1560.001'],
      ['T1105', 'T1105'],
    ],
    tactics: [],
    actors: [],
    related: [],
    tests: [],
    simulations: [],
    refersTo: [],
    lines: { from: 1, to: 45 },
    ordinal: 0,
  });
  expect(draft.mappings.every(({ provenance }) => provenance === 'declared')).toBe(true);
});

test('a pointer leads to line and column of the id, with a byte order mark, front matter and any line ends', () => {
  for (const text of [PAGE, PAGE.replaceAll('\n', '\r\n'), `\uFEFF${PAGE}`]) {
    const [, second] = read(text).mappings;
    expect(kqlMarkdown.locate(text.replace(/^\uFEFF/, ''), 0, second?.pointer ?? [])).toEqual({
      line: 10,
      column: 3,
      endLine: 10,
      endColumn: 8,
    });
  }
  const withFrontMatter = `---\nlayout: page\n---\n${PAGE}`;
  const [first] = read(withFrontMatter).mappings;
  expect(kqlMarkdown.locate(withFrontMatter, 0, first?.pointer ?? [])).toMatchObject({ line: 12, column: 3 });
});

test('the table is read under Query Information too, where its heading is missing', () => {
  const text = PAGE.replace('#### MITRE ATT&CK Technique(s)\n', '');
  expect(mapped(read(text), text).map(([id]) => id)).toEqual(['T1560.001', 'T1105']);
});

test('a cell that should hold an id and holds words is unrecognised; an empty one says nothing', () => {
  const draft = read(PAGE.replace('| T1105 ]', '| Several').replace('| T1560.001 |', '| N/A |'));
  expect(draft.mappings).toEqual([]);
  expect(draft.unrecognised?.map(({ written }) => written)).toEqual(['Several']);
});

test.each(['## MITRE ATT&CK', '### MITRE ATT&CK Mapping', '#### MITRE ATT&CK® Techniques', '## ATT&CK Tags'])(
  'a list stands under %s',
  (heading) => {
    const text = `# A\n\n${QUERY}\n${heading}\n- **T1204.002** – User Execution: Malicious File\n- T1027, T1059\n`;
    expect(mapped(read(text), text)).toEqual([
      ['T1204.002', 'T1204.002'],
      ['T1027', 'T1027'],
      ['T1059', 'T1059'],
    ]);
  },
);

test('labelled items name a tactic and a technique, whose link repeats it', () => {
  const text = `# A

### Microsoft 365 Defender & Microsoft Sentinel
\`\`\`
DeviceEvents
\`\`\`

### MITRE ATT&CK Mapping
- Tactic: Defence evasion, Execution
- Technique ID: T1218.005
- [Mshta, also of T1218](https://attack.mitre.org/techniques/T1218/005/)

### Versioning
| Version | Date       | Comments |
| ------- |------------| ---------|
| 1.0     | 16/08/2023 | First    |
| 1.1     | 02/09/2023 | Second   |
`;
  const draft = read(text);
  expect(mapped(draft, text)).toEqual([
    ['T1218.005', 'T1218.005'],
    ['T1218', 'T1218'],
  ]);
  expect(draft.tactics.map(({ written }) => written)).toEqual(['Defence evasion', 'Execution']);
  expect(draft).toMatchObject({ created: '2023-08-16', modified: '2023-09-02', query: 'DeviceEvents' });
  expect(draft.platforms).toEqual(['Microsoft 365 Defender', 'Microsoft Sentinel']);
});

test('an id in the place of a tactic is a technique; a word there that is none is unrecognised', () => {
  const text = `# A\n${QUERY}\n### MITRE ATT&CK Mapping\n- Tactic: T1070.004\n- Tactic: Mischief\n- Tactic:\n`;
  const draft = read(text);
  expect(mapped(draft, text)).toEqual([['T1070.004', 'T1070.004']]);
  expect(draft.tactics).toEqual([]);
  expect(draft.unrecognised?.map(({ written }) => written)).toEqual(['Mischief']);
});

test('a link alone maps by its address', () => {
  const text = `# A\n${QUERY}\n## MITRE ATT&CK\n- [Malicious Link](https://attack.mitre.org/techniques/T1204/001/)\n`;
  expect(mapped(read(text), text)).toEqual([['T1204.001', 'T1204/001']]);
});

test('ids of MITRE ATLAS are none of ATT&CK', () => {
  const draft = read(`# A\n${QUERY}\n## MITRE ATT&CK\n- AML.T0051\n- Mitre Atlas: T0051\n`);
  expect(draft.mappings).toEqual([]);
});

const SPLIT = `# Tasks that come back

## Metadata
**ID:** 0xAB-0001-Tasks-Win

**OS:** WindowsServer, WindowsEndpoint, Linux

---

## ATT&CK Tags

| Tactic | Technique | Subtechnique | Technique Name |
|---|---|---| --- |
| TA0003 - Persistence | T1053 | 005 | Scheduled Task|
| TA0002 - Execution | T1053 | 005 | Scheduled Task|
| TA0005 - Defense Evasion | T1036 |  | Masquerading|

## Utilized Data Sources

| Log Provider | Table Name | Event ID |
|---------|---------|---------|
|EndpointLogs|DeviceProcessEvents||
|EndpointLogs|DeviceProcessEvents||
---

## Detection description
It compares parents.

## Description of the attack
Tasks run again.

## False Positives
Updates run as tasks.

## References
* https://blog.example.net/tasks

---
## Detection

**Language:** Kusto

**Platform:** M365 Security

**Query:**
\`\`\`C#
DeviceProcessEvents
| take 1
\`\`\`

---

## Version History
| Version | Date | Impact | Notes |
|---------|------|--------|------|
| 1.1  | 2022-11-01| minor | Faster. |
| 1.0  | 2021-03-22| major | Initial version. |
`;

test('technique and sub-technique are joined over two columns, paired with the tactic', () => {
  const draft = read(SPLIT);
  expect(draft.mappings.map(({ id, written, tactic }) => [id, written, tactic])).toEqual([
    ['T1053.005', 'T1053 | 005', 'TA0003 - Persistence'],
    ['T1053.005', 'T1053 | 005', 'TA0002 - Execution'],
    ['T1036', 'T1036', 'TA0005 - Defense Evasion'],
  ]);
  expect(draft.tactics.map(({ written }) => written)).toEqual([
    'TA0003 - Persistence',
    'TA0002 - Execution',
    'TA0005 - Defense Evasion',
  ]);
  expect(draft.unrecognised).toBeUndefined();
});

test('id, systems, data sources, false positives and dates are read where the page has them', () => {
  expect(read(SPLIT)).toMatchObject({
    id: '0xAB-0001-Tasks-Win',
    description: 'It compares parents.',
    platforms: ['Windows', 'Linux', 'M365 Security'],
    logSources: ['EndpointLogs · DeviceProcessEvents'],
    falsePositives: ['Updates run as tasks.'],
    references: ['https://blog.example.net/tasks'],
    created: '2021-03-22',
    modified: '2022-11-01',
    query: 'DeviceProcessEvents\n| take 1',
    guide: '## Description of the attack\n\nTasks run again.',
  });
});

test('tags hold techniques, tactics and words', () => {
  const text = `# Rule : A task

## Description
Something.

## Relevant Tables
- \`DeviceEvents\`
- \`DeviceInfo\`

## Tags
Execution, Masquerading, T1059.001

${QUERY}
## False Positive Tuning
- Leave out the build hosts.
- Leave out **tests**
`;
  const draft = read(text);
  expect(draft.title).toBe('A task');
  expect(mapped(draft, text)).toEqual([['T1059.001', 'T1059.001']]);
  expect(draft.tactics.map(({ written }) => written)).toEqual(['Execution']);
  expect(draft.tags).toEqual(['Masquerading']);
  expect(draft.logSources).toEqual(['DeviceEvents', 'DeviceInfo']);
  expect(draft.falsePositives).toEqual(['Leave out the build hosts.', 'Leave out tests']);
});

test('a line labelled as tags or as ATT&CK maps without a heading', () => {
  const text = `# A\n\nSaid first.\n\ntags: Execution, T1059.001\n\n**MITRE ATT&CK:** T1027\n\n${QUERY}`;
  const draft = read(text);
  expect(mapped(draft, text).map(([id]) => id)).toEqual(['T1059.001', 'T1027']);
  expect(draft.tactics.map(({ written }) => written)).toEqual(['Execution']);
});

const COVERED = `# Lures by mail
Mails that lure.

## Query
It looks for subjects.
\`\`\`
EmailEvents
| project Subject
\`\`\`

## Category

This query can be used for the following.
| Technique, tactic, or state | Covered? (v=yes) | Notes |
|------------------------|----------|-------|
| Initial access | v |  |
| Execution |  | T1059 |
| Credential Access | V |  |
| Vulnerability | v |  |
| Ransomware | v |  |

## Contributor info

**Contributor:** A. Person
**GitHub alias:** a-person
`;

test('of a table of tactics and states the marked tactics count', () => {
  const draft = read(COVERED);
  expect(draft.tactics.map(({ written }) => written)).toEqual(['Initial access', 'Credential Access']);
  expect(draft.mappings).toEqual([]);
  expect(draft.unrecognised).toBeUndefined();
  expect(draft).toMatchObject({
    description: 'Mails that lure.',
    guide: '## Query\n\nIt looks for subjects.',
    authors: ['A. Person'],
    query: 'EmailEvents\n| project Subject',
  });
});

test('ids in prose, in references and in queries are no mappings', () => {
  const draft = read(`# Hunts for T1059

## Description
About T1027 and [T1036](https://attack.mitre.org/techniques/T1036/).

| Seen | As |
|---|---|
| T1003 | yes |

## MITRE ATT&CK Techniques triggered by incidents
T1055

## References
- https://attack.mitre.org/techniques/T1105/

\`\`\`kql
// T1110
print "T1105"
\`\`\`
`);
  expect(draft.mappings).toEqual([]);
  expect(draft.tactics).toEqual([]);
});

test('queries are told from other blocks', () => {
  const draft = read(`# A

## Description
The address looks so:
\`\`\`
http://host:8080/x
\`\`\`

## Sentinel
\`\`\`KQLSigninLogs
| take 1
\`\`\`

## Deployment
\`\`\`PowerShell
Get-Thing | where Name
\`\`\`

- A step:
  \`\`\`kusto
  AuditLogs
  \`\`\`
`);
  expect(draft.query).toBe('// Sentinel\nSigninLogs\n| take 1\n\n// Deployment\nAuditLogs');
  expect(draft.platforms).toEqual(['Sentinel']);
});

test('a page without a title is called by its file, and one with a lower heading first by that', () => {
  expect(read(`Compares two tables.\n\n${QUERY}`)).toMatchObject({
    title: 'Sample',
    description: 'Compares two tables.',
  });
  expect(read(`## Twice the extension\n\n## Query Information\n\n${QUERY}`).title).toBe(
    'Twice the extension',
  );
});

test('templates are ignored and say so', () => {
  const ignored = [
    readWith(kqlMarkdown, 'Entra ID/DetectionTemplate.md', PAGE),
    readWith(kqlMarkdown, 'threat-hunting-template.md', PAGE),
    readWith(kqlMarkdown, 'a.md', PAGE.replace(/^# .*/, '# TITLE')),
    readWith(kqlMarkdown, 'a.md', PAGE.replace(/^# .*/, '# *Detection Title*')),
    readWith(kqlMarkdown, 'a.md', PAGE.replace('A browser', 'Lorem ipsum dolor sit amet')),
    readWith(kqlMarkdown, 'a.md', PAGE.replace('- https://example.com/', '- https://example')),
    readWith(kqlMarkdown, '00-query-submission-template.md', COVERED),
  ];
  for (const { isRecognised, detections, ignored: reason } of ignored) {
    expect({ isRecognised, detections, reason }).toEqual({
      isRecognised: true,
      detections: [],
      reason: 'that are templates of KQL hunts',
    });
  }
  expect(read(PAGE, 'Certificate template enrolled.md').title).toContain('Archive');
});

test('a page whose blocks hold no query is ignored and says so', () => {
  const { ignored, detections } = readWith(kqlMarkdown, 'a.md', '# A\n\n## Query Information\n\n```\n```\n');
  expect({ ignored, detections }).toEqual({ ignored: 'that are KQL pages without a query', detections: [] });
});

test('pages about folders and pages of other formats are not recognised', () => {
  const others: [string, string][] = [
    ['README.md', PAGE],
    ['Hunting/index.md', PAGE],
    ['Readme.md', `# Queries\n\n${QUERY}`],
    [
      'MITRE ATT&CK/Mapping.md',
      '# MITRE ATT&CK Mapping\n\n## Execution\n| Technique ID | Title | Query |\n| --- | --- | --- |\n| T1047 | WMI | [A](a.md) |\n',
    ],
    ['Community Repositories.md', '# KQL repositories\n\n## Sentinel\n- https://example.org/T1059\n'],
    ['T1059.md', '# T1059 - Interpreter\n\n## Atomic Tests\n\n```powershell\nGet-Thing | select Name\n```\n'],
    ['lab.md', '# A lab\n\n```bash\nnmap host\n```\n\n### MITRE ATT&CK Mapping\n- T1046\n'],
    ['report.md', `# A report\n\n${QUERY}\n\`\`\`spl\nindex=main\n\`\`\`\n`],
    ['hunt.md', `---\nhypothesis: Somebody is here\ntechniques: [T1059]\n---\n# A hunt\n\n${QUERY}`],
    ['rule.md', `---\nkind: detection\ntitle: A rule\n---\n${PAGE}`],
    ['notes.md', '# Notes\n\nThe table `| Technique ID | Title | Link |` is used by some.\n'],
  ];
  for (const [path, text] of others) expect(readWith(kqlMarkdown, path, text).isRecognised, path).toBe(false);
});

test('hostile pages are read in seconds and never throw', { timeout: 60_000 }, () => {
  const many = (text: string, length = 100_000): string => text.repeat(Math.ceil(length / text.length));
  const nested = Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n');
  const hostile = [
    many('*a_ '),
    many('['),
    many('~a'),
    many('- '),
    many('> '),
    many('**a\n'),
    many('| T1059 | a | b |\n'),
    `## ${many('<')}`,
    `## ${many('*')}a`,
    `## Query Information${many(' ')}x`,
    `## MITRE ATT&CK\n- tactic${many(' ')}`,
    `## MITRE ATT&CK\n${many('T1059 ')}`,
    `## Tags\n${many(', ')}`,
    `## References\n- ${many('[a](')}`,
    nested,
    '## MITRE ATT&CK\n| Tactic | Technique |\n|---|---|\n| |\n|\n',
    '## Version History\n| Date |\n|---|\n| 99/99/9999 |\n| __proto__ |\n',
    '**__proto__:** a\n',
  ];
  for (const [index, text] of hostile.entries()) {
    const draft = read(`# A\n\n## Query Information\n\n${QUERY}\n## Description\n${text}\n`);
    expect(draft.query, String(index)).toContain('DeviceProcessEvents');
  }
});

test('pages cut off or with a piece missing are read or left alone, never an error', () => {
  for (const page of [PAGE, SPLIT, COVERED]) {
    for (let at = 0; at < page.length; at += 5) {
      for (const damaged of [page.slice(0, at), page.slice(0, at) + page.slice(at + 9)]) {
        const { findings, detections } = readWith(kqlMarkdown, 'a.md', damaged);
        expect(findings).toEqual([]);
        for (const { mappings } of detections) {
          for (const { written, pointer } of mappings) {
            const [start, end] = pointer.map(Number);
            expect(damaged.slice(start, end).replace(/\s+/g, ' ')).toBe(written);
          }
        }
      }
    }
  }
});

test('what follows a paragraph past the limits is still read', () => {
  const text = PAGE.replace('#### Description', `${'*a_ '.repeat(2000)}\n\n#### Description`);
  expect(read(text)).toMatchObject({ authors: ['A. Person'], platforms: ['Defender XDR', 'Sentinel'] });
  expect(read(text).guide).toBe('## Risk\n\nData leaves through T1048.');
});
