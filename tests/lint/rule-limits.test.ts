import { describe, expect, test } from 'vitest';
import { sigmaRule } from '../cli/team.ts';
import { makeRepository } from '../git-repository.ts';
import { lintFiles, lintFolder } from './lint-files.ts';

const HEAD = 'hypothesis: An intruder keeps access through a scheduled task that starts a script.';

/** What one rule finds in a team's files, as `path:line message`. */
async function found(rule: string, files: Record<string, string>): Promise<string[]> {
  return told(rule, await lintFiles(files));
}

function told(rule: string, findings: Awaited<ReturnType<typeof lintFiles>>): string[] {
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ path, range, message }) => `${path}:${range?.line ?? '-'} ${message}`);
}

function hunt(frontMatter: string, body: string): string {
  return `---\ntitle: A hunt\n${frontMatter}\n---\n\n${body}\n`;
}

describe('item/duplicate-id', () => {
  const id = 'id: HUNT-0001';

  test('playbooks are held against playbooks, whatever the case of their ids', async () => {
    const files = {
      'a.md': hunt(`${id}\n${HEAD}`, ''),
      'b.md': hunt(`id: hunt-0001\n${HEAD}`, ''),
      'c.yaml': 'title: Autumn\nid: HUNT-0001\ndate: 2026-10-14\nresults: []\n',
    };
    expect(await found('item/duplicate-id', files)).toEqual([
      'b.md:3 Unexpected id `hunt-0001`, expected one that no other playbook has',
    ]);
  });

  test('a copy in a library and a rule that is given up keep their id', async () => {
    const files = {
      'a.yml': sigmaRule('Encoded', []),
      'old.yml': sigmaRule('Encoded', []).replace('status: stable', 'status: deprecated'),
      'library/a.yml': sigmaRule('Encoded', []),
    };
    expect(await found('item/duplicate-id', files)).toEqual([]);
  });
});

describe('detection/no-status', () => {
  test('a word the format does not have is none, and formats without a status are left alone', async () => {
    const files = {
      'a.yml': sigmaRule('A', []).replace('status: stable', 'status: brilliant'),
      'b.yml':
        'AnalysisType: rule\nRuleID: b\nEnabled: true\nLogTypes: [AWS.CloudTrail]\nFilename: b.py\nSeverity: High\n',
    };
    expect(await found('detection/no-status', files)).toEqual([
      'a.yml:1 Unexpected rule without a status, expected `status` with a value of its format',
    ]);
  });
});

describe('detection/no-false-positives', () => {
  const without = (status: string): string =>
    sigmaRule(status, [])
      .replace(/falsepositives.*\n/, '')
      .replace('status: stable', `status: ${status}`);

  test('rules that are given up are left alone', async () => {
    const files = {
      'a.yml': without('deprecated'),
      'b.yml': without('unsupported'),
      'c.yml': without('test'),
    };
    const [only, ...others] = await found('detection/no-false-positives', files);
    expect(only).toMatch(/^c\.yml:1 /);
    expect(others).toEqual([]);
  });

  test('what a guide says of them is enough', async () => {
    const rule = (note: string): string => `[metadata]
maturity = "production"
[rule]
name = "A rule"
rule_id = "3f1c9b52-6f0e-4c4b-9b67-1f3a1c0d7e11"
type = "eql"
query = "process where true"
note = """${note}"""
`;
    const files = { 'a.toml': rule('### False positive analysis'), 'b.toml': rule('### Triage') };
    const findings = await found('detection/no-false-positives', files);
    expect(findings.map((line) => line.slice(0, 6))).toEqual(['b.toml']);
  });
});

describe('detection/date-not-changed', () => {
  const rule = (condition: string, dates: string): string =>
    sigmaRule('Encoded', [])
      .replace('date: 2026-01-05', dates)
      .replace('condition: selection', `condition: ${condition}`);

  const changedIn = async (
    date: string,
    dates = 'date: 2026-01-05',
    extra: Record<string, string> = {},
  ): Promise<string[]> => {
    const repository = makeRepository();
    repository.commit({ 'rule.yml': rule('selection', 'date: 2026-01-05') }, '2026-01-10T12:00:00Z');
    repository.commit({ 'rule.yml': rule('1 of selection', dates), ...extra }, `${date}T12:00:00Z`);
    return told('detection/date-not-changed', await lintFolder(repository.folder));
  };

  test('a change months after the date is found, at the date', async () => {
    expect(await changedIn('2026-06-01')).toEqual([
      'rule.yml:6 Unexpected date `2026-01-05`, expected 2026-06-01 or later, when the rule was last changed',
    ]);
  });

  test('a date of a change is the one that counts', async () => {
    expect(await changedIn('2026-06-01', 'date: 2026-01-05\nmodified: 2026-05-28')).toEqual([]);
    expect(await changedIn('2026-09-01', 'date: 2026-01-05\nmodified: 2026-05-28')).toEqual([
      'rule.yml:7 Unexpected date `2026-05-28`, expected 2026-09-01 or later, when the rule was last changed',
    ]);
  });

  test('a review may take thirty days', async () => {
    expect(await changedIn('2026-02-04')).toEqual([]);
    expect(await changedIn('2026-02-05')).toHaveLength(1);
  });

  test('a commit that touches more than ten rules is no change of any', async () => {
    const others = (count: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`r${index}.yml`, sigmaRule(`Rule ${index}`, [])]),
      );
    expect(await changedIn('2026-06-01', 'date: 2026-01-05', others(10))).toEqual([]);
    expect(await changedIn('2026-06-01', 'date: 2026-01-05', others(9))).toHaveLength(1);
  });

  test('a file that was added long after it was written was not changed', async () => {
    const repository = makeRepository();
    repository.commit({ 'rule.yml': rule('selection', 'date: 2026-01-05') }, '2026-09-01T12:00:00Z');
    expect(told('detection/date-not-changed', await lintFolder(repository.folder))).toEqual([]);
  });

  test('without a history nothing is found', async () => {
    expect(
      await found('detection/date-not-changed', { 'rule.yml': rule('selection', 'date: 2020-01-05') }),
    ).toEqual([]);
  });
});

describe('playbook/missing-section and playbook/empty-section', () => {
  test('other wordings are sections as well', async () => {
    const body = '## Hunt steps\n\nx\n\n## Triage\n\nx\n\n## Escalation\n\nx\n\n## Limitations\n\nx';
    expect(await found('playbook/missing-section', { 'a.md': hunt(HEAD, body) })).toEqual([]);
  });

  test('a retired playbook needs nothing', async () => {
    const files = { 'a.md': hunt(`${HEAD}\nstatus: retired`, '## Response\n') };
    expect(await found('playbook/missing-section', files)).toEqual([]);
    expect(await found('playbook/empty-section', files)).toEqual([]);
  });

  test('a heading over headings with text is not empty, one over empty headings is', async () => {
    const body =
      '## Execution\n\n### Splunk\n\nx\n\n## Response\n\n### First\n\n### Second\n\n---\n\n{/* later */}';
    expect(await found('playbook/empty-section', { 'a.mdx': hunt(HEAD, body) })).toEqual([
      'a.mdx:12 Unexpected empty section `Response`, expected text under its heading',
      'a.mdx:14 Unexpected empty section `First`, expected text under its heading',
      'a.mdx:16 Unexpected empty section `Second`, expected text under its heading',
    ]);
  });
});

describe('playbook/vague-hypothesis', () => {
  const judged = (hypothesis: string, more = ''): Promise<string[]> =>
    found('playbook/vague-hypothesis', { 'a.md': hunt(`hypothesis: ${hypothesis}${more}`, '') });

  test.each([
    'Attackers may be in our network.',
    'An adversary uses PowerShell.',
    'Look for evidence of T1059.001 and T1047 in the environment.',
    'Suspicious activity might exist on hosts.',
  ])('%s', async (hypothesis) => {
    expect(await judged(hypothesis)).toHaveLength(1);
  });

  test('the name of an actor of the playbook is no behaviour', async () => {
    expect(await judged('Scattered Spider may be active here.', '\nactors: [Scattered Spider]')).toHaveLength(
      1,
    );
  });

  test.each([
    'Adversaries might be accessing the microphone of endpoints over the network.',
    'Ein Angreifer liest den Speicher von LSASS aus.',
    '攻撃者はスケジュールされたタスクを使用して永続性を維持します。',
  ])('%s names one', async (hypothesis) => {
    expect(await judged(hypothesis)).toEqual([]);
  });
});

describe('playbook/review-overdue and playbook/run-overdue', () => {
  test('drafts and retired playbooks owe nothing', async () => {
    const late = (status: string): string =>
      hunt(`${HEAD}\nstatus: ${status}\nreviewed: 2024-01-01\ncadence: 30d`, '');
    const files = { 'a.md': late('draft'), 'b.md': late('retired'), 'c.md': late('active') };
    expect(await found('playbook/review-overdue', files)).toEqual([
      'c.md:5 Unexpected active playbook that does not count: last looked at on 2024-01-01, over 180 days ago',
    ]);
    expect(await found('playbook/run-overdue', files)).toEqual([
      'c.md:6 Unexpected next run due on 2024-01-31, expected a run since then',
    ]);
  });

  test('a run that is due today is not late', async () => {
    const files = { 'a.md': hunt(`${HEAD}\nreviewed: 2026-10-21\ncadence: 30d`, '') };
    expect(await found('playbook/run-overdue', files)).toEqual([]);
  });
});

describe('playbook/query-without-language', () => {
  test('only what is run is a query', async () => {
    const body =
      '## Analysis\n\n```\noutput\n```\n\n## Execution\n\n```text\nby hand\n```\n\n```\nquery\n```';
    expect(await found('playbook/query-without-language', { 'a.md': hunt(HEAD, body) })).toEqual([
      'a.md:18 Unexpected query without a language, expected one behind the fence',
    ]);
  });
});

describe('playbook/broken-link', () => {
  const links = (text: string, files: Record<string, string> = {}): Promise<string[]> =>
    found('playbook/broken-link', { ...files, 'hunts/a.md': hunt(HEAD, `## Blind spots\n\n${text}`) });

  test('files, folders, other hunts’ headings, addresses and what lies outside are fine', async () => {
    const text = `[file](../rules/a%20b.yml?plain=1) [folder](../rules/) [other](b.md#blind-spots) [own](#blind-spots)
[web](https://x.example/#y) [mail](mailto:a@x.example) [outside](../../elsewhere.md) ![picture](../rules/a%20b.yml)`;
    const files = { 'rules/a b.yml': sigmaRule('A', []), 'hunts/b.md': hunt(HEAD, '## Blind spots\n\nx') };
    expect(await links(text, files)).toEqual([]);
  });

  test('a definition, an image, a root and a heading of another hunt are looked at', async () => {
    const text = '[a][d] ![b](b.png)\n[c](/hunts/b.md)\n[e](b.md#nothing)\n\n[d]: c.md';
    expect(await links(text, { 'hunts/b.md': hunt(HEAD, '') })).toEqual([
      'hunts/a.md:8 Unexpected link to `b.png`, expected a file of the source',
      'hunts/a.md:9 Unexpected link to `/hunts/b.md` from the root, expected a path relative to the file',
      'hunts/a.md:10 Unexpected link to `b.md#nothing`, expected one of the headings of `hunts/b.md`',
      'hunts/a.md:12 Unexpected link to `c.md`, expected a file of the source',
    ]);
  });

  test('an address that is no valid escape is a file that is not there, not a failure', async () => {
    expect(await links('[a](%E0%A4%A)')).toHaveLength(1);
  });
});

describe('item/unknown-id', () => {
  test('other people’s ids and code are left alone; notes are looked at', async () => {
    const files = {
      'a.md': hunt(
        `id: HUNT-0001\n${HEAD}\nruns:\n  - { date: 2026-10-01, outcome: findings, notes: See HUNT-0002. }`,
        'CVE-2024-3400, `HUNT-0009`, HUNT-0001\nand **EX-2026-07**, EX-07.',
      ),
      'ex.yaml': `title: Autumn
id: EX-2026-06
date: 2026-06-01
results:
  - technique: T1053.005
    outcome: detected
    notes: HUNT-0003 saw it.
`,
    };
    expect(await found('item/unknown-id', files)).toEqual([
      'a.md:6 Unexpected id `HUNT-0002`, expected one of a hunt or an exercise',
      'a.md:10 Unexpected id `EX-2026-07`, expected one of a hunt or an exercise',
      'ex.yaml:7 Unexpected id `HUNT-0003`, expected one of a hunt or an exercise',
    ]);
  });
});

describe('exercise/unknown-test', () => {
  test('of a technique without tests in the catalogue nothing can be said', async () => {
    const files = {
      'ex.yaml': `title: Autumn
date: 2026-10-14
results:
  - { technique: T1547.001, test: e55be3fd-3521-4610-9d1a-e210e42dcf0f, outcome: detected }
`,
    };
    expect(await found('exercise/unknown-test', files)).toEqual([]);
  });
});
