import type { Review } from '../../src/review/review.ts';
import {
  aFinding,
  anExercise,
  anItem,
  aPlaybook,
  aPlaybookItem,
  aReview,
  aRule,
  aTechnique,
  standing,
} from './review-builder.ts';

/** A review with something of every kind, for renderers: no two refs have just this between them. */
export const FULL_REVIEW: Review = aReview({
  base: {
    ref: 'origin/main',
    commit: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
    date: '2026-04-02',
    config: 'coverbook.yaml',
    askedBy: 'GITHUB_BASE_REF',
    tip: '5555555555555555555555555555555555555555',
  },
  attack: [{ domain: 'enterprise', version: '19.1', before: '18.1' }],
  notes: ['Submodule `vendor/sigma` moved: its content is not compared.'],
  verdict: '1 technique lost · 1 proof lost · 1 down to one rule · 2 gained · 3 rules changed · 1 new error',
  summary: {
    ...aReview().summary,
    techniques: { lost: 1, 'proof-lost': 1, reduced: 1, gained: 1, proven: 1, lowered: 1, raised: 1 },
    byVersion: 1,
    rules: { added: 1, removed: 1, changed: 2 },
    playbooks: { added: 1, removed: 0, changed: 1 },
    exercises: { added: 0, removed: 0, changed: 1 },
    findings: { error: 1, warning: 1, note: 1, resolved: 2, old: 14 },
  },
  numbers: [
    { domain: 'enterprise', before: { covered: 41, total: 691 }, after: { covered: 42, total: 691 } },
  ],
  lost: [
    aTechnique({
      parent: { technique: 'T1003', name: 'OS Credential Dumping', level: 'claimed', covered: true },
    }),
    aTechnique({
      kind: 'proof-lost',
      technique: 'T1059.001',
      name: 'Command and Scripting Interpreter: PowerShell',
      tactics: ['Execution'],
      page: 'techniques/T1059/001/',
      before: standing('proven', 86, 3),
      after: standing('claimed', 41, 2),
      causes: [
        { change: 'exercise:team/spring-purple-team', text: '“Spring purple team” says alerted no more' },
      ],
    }),
    aTechnique({
      kind: 'reduced',
      technique: 'T1558.003',
      name: 'Steal or Forge Kerberos Tickets: Kerberoasting',
      page: 'techniques/T1558/003/',
      before: standing('claimed', 48, 2),
      after: standing('claimed', 34, 1),
      causes: [
        { change: 'detection:team/roasting', text: '“Roasting” is deprecated' },
        { text: 'the scope says otherwise' },
      ],
    }),
  ],
  gained: [
    aTechnique({
      kind: 'gained',
      technique: 'T1105',
      name: 'Ingress Tool Transfer',
      tactics: ['Command and Control'],
      page: 'techniques/T1105/',
      before: standing('none', 0, 0),
      after: standing('claimed', 34, 1),
      causes: [{ change: 'detection:team/certutil', text: 'added “Certutil download”' }],
    }),
    aTechnique({
      kind: 'proven',
      technique: 'T1547.001',
      name: 'Boot or Logon Autostart Execution: Registry Run Keys / Startup Folder',
      tactics: ['Persistence', 'Privilege Escalation'],
      page: 'techniques/T1547/001/',
      before: standing('tested', 60, 2),
      after: standing('proven', 88, 2),
      causes: [{ change: 'exercise:team/spring-purple-team', text: '“Spring purple team” says alerted' }],
    }),
  ],
  changed: [
    aTechnique({
      kind: 'lowered',
      technique: 'T1003',
      name: 'OS Credential Dumping',
      page: 'techniques/T1003/',
      before: standing('claimed', 40, 2),
      after: standing('claimed', 29, 1),
    }),
  ],
  byVersion: [
    aTechnique({
      technique: 'T1562.001',
      name: 'Impair Defenses: Disable or Modify Tools',
      page: 'techniques/T1562/001/',
      causes: [{ text: 'T1562.001 is revoked in ATT&CK 19.1' }],
    }),
  ],
  brokenMappings: [aFinding()],
  rules: [
    aRule({
      change: 'removed',
      item: anItem({ side: 'base' }),
      techniques: { before: ['T1003.001'], after: [] },
    }),
    aRule({
      id: 'detection:team/certutil',
      change: 'added',
      item: anItem({
        key: 'team/certutil',
        title: 'Certutil download',
        path: 'detections/certutil.yml',
        file: 'content/detections/certutil.yml',
        page: 'detections/team/certutil/',
        permalink: 'https://git.example.org/soc/rules/blob/9f8e7d6/content/detections/certutil.yml',
      }),
      techniques: { before: [], after: ['T1105'] },
    }),
    aRule({
      id: 'detection:team/roasting',
      item: anItem({
        key: 'team/roasting',
        title: 'Roasting',
        path: 'detections/roasting.yml',
        file: 'content/detections/roasting.yml',
        page: 'detections/team/roasting/',
        permalink: 'https://git.example.org/soc/rules/blob/9f8e7d6/content/detections/roasting.yml',
        counts: false,
        countsNot: 'deprecated',
      }),
      before: anItem({
        side: 'base',
        key: 'team/roasting',
        title: 'Roasting',
        path: 'detections/old/roasting.yml',
        file: 'content/detections/old/roasting.yml',
        page: 'detections/team/roasting/',
      }),
      techniques: { before: ['T1558.003'], after: ['T1558.003'] },
      aspects: [
        {
          aspect: 'status',
          differences: [{ kind: 'value', name: 'status', before: 'test', after: 'deprecated' }],
        },
        {
          aspect: 'severity',
          differences: [{ kind: 'value', name: 'severity', before: 'high', after: 'low' }],
        },
        {
          aspect: 'query',
          differences: [
            {
              kind: 'text',
              name: 'query',
              unit: 'lines',
              parts: [
                { kind: 'same', text: 'selection:\n    EventID: 4769\n' },
                { kind: 'removed', text: "    TicketEncryptionType: '0x17'\n" },
                { kind: 'added', text: "    TicketEncryptionType:\n        - '0x17'\n        - '0x18'\n" },
                { kind: 'gap', text: '' },
                { kind: 'same', text: 'condition: selection and not 1 of filter_*' },
              ],
              added: 3,
              removed: 1,
            },
          ],
        },
        {
          aspect: 'false-positives',
          differences: [
            { kind: 'list', name: 'false positives', removed: ['Unknown'], added: ['Legacy appliances'] },
          ],
        },
        { aspect: 'moved', differences: [] },
      ],
    }),
    aRule({
      id: 'detection:team/run-keys',
      item: anItem({
        key: 'team/run-keys',
        title: 'Run keys',
        path: 'detections/run-keys.yml',
        file: 'content/detections/run-keys.yml',
        page: 'detections/team/run-keys/',
      }),
      aspects: [
        { aspect: 'metadata', differences: [{ kind: 'value', name: 'author', after: 'Detection team' }] },
      ],
      metadataOnly: true,
    }),
  ],
  playbooks: [
    aPlaybook({
      change: 'added',
      id: 'playbook:team/dcsync',
      item: aPlaybookItem({
        key: 'team/dcsync',
        title: 'DCSync',
        path: 'playbooks/dcsync.md',
        file: 'content/playbooks/dcsync.md',
        page: 'playbooks/dcsync/',
        counts: false,
        countsNot: 'never reviewed',
      }),
      techniques: { before: [], after: ['T1003.006'] },
    }),
    aPlaybook({
      reviewUntouched: true,
      hypothesis: {
        kind: 'text',
        name: 'hypothesis',
        unit: 'words',
        parts: [
          { kind: 'same', text: 'An adversary asks for tickets of ' },
          { kind: 'removed', text: 'many' },
          { kind: 'added', text: 'a few privileged' },
          { kind: 'same', text: ' accounts' },
          { kind: 'added', text: ' within an hour' },
          { kind: 'same', text: '.' },
        ],
        added: 6,
        removed: 1,
      },
      queries: [
        {
          kind: 'text',
          name: 'query for Splunk (spl)',
          unit: 'lines',
          parts: [
            { kind: 'removed', text: 'index=wineventlog EventCode=4769\n' },
            { kind: 'added', text: 'index=win EventCode=4769\n' },
            { kind: 'same', text: '| stats dc(ServiceName) by user' },
          ],
          added: 1,
          removed: 1,
        },
      ],
      fields: [
        { kind: 'list', name: 'techniques', removed: [], added: ['T1558.004'] },
        { kind: 'value', name: 'severity', before: 'medium' },
      ],
      sections: [
        {
          change: 'changed',
          title: 'Execution',
          role: 'execution',
          line: 31,
          added: 3,
          removed: 1,
          parts: [
            { kind: 'gap', text: '' },
            { kind: 'same', text: 'the account’s owner.\n\n1. Ask ' },
            { kind: 'removed', text: 'the helpdesk' },
            { kind: 'added', text: 'whoever owns the service' },
            { kind: 'same', text: '.\n2. Count the tickets' },
            { kind: 'gap', text: '' },
          ],
        },
        {
          change: 'added',
          title: 'Blind spots',
          role: 'blind-spots',
          line: 52,
          added: 4,
          removed: 0,
          parts: [{ kind: 'added', text: 'Requests with AES keys.' }],
        },
      ],
      brokenReferences: [
        {
          written: 'lsass-dump',
          why: 'Expected the name, the title or the id of a detection; `lsass-dump` is gone.',
          source: 'team',
          path: 'playbooks/kerberoasting.md',
          file: 'content/playbooks/kerberoasting.md',
          line: 14,
        },
      ],
    }),
  ],
  exercises: [
    anExercise({
      results: [
        { technique: 'T1059.001', procedure: 'Encoded command', before: 'alerted', after: 'logged' },
        { technique: 'T1547.001', after: 'alerted' },
      ],
      fields: [{ kind: 'value', name: 'date', before: '2026-03-01', after: '2026-04-20' }],
    }),
  ],
  config: [{ kind: 'value', name: 'coverage.proofWindow', before: '365d', after: '180d' }],
  findings: [
    aFinding({
      rule: 'detection/no-false-positives',
      severity: 'warning',
      message: 'No guidance on false positives',
      hint: 'Say what else looks like this.',
      path: 'detections/certutil.yml',
      file: 'content/detections/certutil.yml',
      range: { line: 1, column: 1, endLine: 1, endColumn: 8 },
      page: 'detections/team/certutil/',
      fingerprint: 'fedcba9876543210',
    }),
    {
      rule: 'playbook/review-overdue',
      severity: 'note',
      message: 'Nobody reviewed this since it was written',
      source: 'library',
      path: 'hunts/a.md',
      fingerprint: 'aaaaaaaaaaaaaaaa',
    },
  ],
});
