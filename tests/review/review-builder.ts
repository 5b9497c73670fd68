import type { CoverageChange, Standing } from '../../src/review/coverage-change.ts';
import type { ExerciseChange } from '../../src/review/exercise-change.ts';
import type { ItemChange, ItemRef } from '../../src/review/item-ref.ts';
import type { PlaybookChange } from '../../src/review/playbook-change.ts';
import type { Review, ReviewFinding } from '../../src/review/review.ts';
import type { RuleChange } from '../../src/review/rule-change.ts';

const BASE = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const HEAD = '9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c';

/** A review of two refs between which nothing changed, with what a test says. */
export function aReview(own: Partial<Review> = {}): Review {
  return {
    schemaVersion: 1,
    tool: { name: 'coverbook', version: '0.1.0' },
    title: 'Example SOC coverage',
    site: 'https://soc.example.org/coverage/',
    base: { ref: 'main', commit: BASE, date: '2026-04-02', config: 'coverbook.yaml', askedBy: '--base' },
    head: { ref: 'kerberos', commit: HEAD, date: '2026-05-01', config: 'coverbook.yaml' },
    now: '2026-05-01',
    attack: [{ domain: 'enterprise', version: '19.1' }],
    rollUp: 'A parent is as covered as its sub-techniques; a parent’s rule covers none of them.',
    notes: [],
    verdict: 'Nothing changes',
    summary: {
      techniques: { lost: 0, 'proof-lost': 0, reduced: 0, gained: 0, proven: 0, lowered: 0, raised: 0 },
      byVersion: 0,
      rules: { added: 0, removed: 0, changed: 0 },
      playbooks: { added: 0, removed: 0, changed: 0 },
      exercises: { added: 0, removed: 0, changed: 0 },
      findings: { error: 0, warning: 0, note: 0, resolved: 0, old: 0 },
    },
    numbers: [
      { domain: 'enterprise', before: { covered: 41, total: 691 }, after: { covered: 41, total: 691 } },
    ],
    lost: [],
    gained: [],
    changed: [],
    byVersion: [],
    brokenMappings: [],
    rules: [],
    playbooks: [],
    exercises: [],
    config: [],
    findings: [],
    ...own,
  };
}

export function standing(level: Standing['level'], score: number, rules: number, inScope = true): Standing {
  return { level, score, rules, inScope };
}

/** LSASS Memory lost with its only rule, or what a test says. */
export function aTechnique(own: Partial<CoverageChange> = {}): CoverageChange {
  return {
    kind: 'lost',
    domain: 'enterprise',
    technique: 'T1003.001',
    name: 'OS Credential Dumping: LSASS Memory',
    tactics: ['Credential Access'],
    page: 'techniques/T1003/001/',
    before: standing('claimed', 34, 1),
    after: standing('none', 0, 0),
    causes: [{ change: 'detection:team/lsass-dump', text: 'removed “LSASS dump”' }],
    ...own,
  };
}

export function anItem(own: Partial<ItemRef> = {}): ItemRef {
  return {
    kind: 'detection',
    key: 'team/lsass-dump',
    title: 'LSASS dump',
    side: 'head',
    source: 'team',
    path: 'detections/lsass-dump.yml',
    file: 'content/detections/lsass-dump.yml',
    line: 1,
    page: 'detections/team/lsass-dump/',
    permalink: `https://git.example.org/soc/rules/blob/${HEAD}/content/detections/lsass-dump.yml`,
    counts: true,
    ...own,
  };
}

/** What came or went has no other side, what stayed had the same place. */
function otherSide(change: ItemChange['change'] = 'changed', item: ItemRef): Partial<ItemChange> {
  return change === 'changed' ? { before: { ...item, side: 'base', counts: true }, pairedBy: 'id' } : {};
}

export function aRule(own: Partial<RuleChange> = {}): RuleChange {
  return {
    id: 'detection:team/lsass-dump',
    change: 'changed',
    item: anItem(),
    ...otherSide(own.change, own.item ?? anItem()),
    techniques: { before: ['T1003.001'], after: ['T1003.001'] },
    aspects: [],
    metadataOnly: false,
    ...own,
  };
}

export function aPlaybookItem(own: Partial<ItemRef> = {}): ItemRef {
  return anItem({
    kind: 'playbook',
    key: 'team/kerberoasting',
    title: 'Kerberoasting',
    path: 'playbooks/kerberoasting.md',
    file: 'content/playbooks/kerberoasting.md',
    page: 'playbooks/kerberoasting/',
    permalink: `https://git.example.org/soc/rules/blob/${HEAD}/content/playbooks/kerberoasting.md`,
    ...own,
  });
}

export function aPlaybook(own: Partial<PlaybookChange> = {}): PlaybookChange {
  return {
    id: 'playbook:team/kerberoasting',
    change: 'changed',
    item: aPlaybookItem(),
    ...otherSide(own.change, own.item ?? aPlaybookItem()),
    techniques: { before: ['T1558.003'], after: ['T1558.003'] },
    queries: [],
    fields: [],
    sections: [],
    brokenReferences: [],
    reviewUntouched: false,
    ...own,
  };
}

export function anExercise(own: Partial<ExerciseChange> = {}): ExerciseChange {
  const item = anItem({
    kind: 'exercise',
    key: 'team/spring-purple-team',
    title: 'Spring purple team',
    path: 'exercises/spring.yaml',
    file: 'content/exercises/spring.yaml',
    page: 'exercises/spring-purple-team/',
  });
  return {
    id: 'exercise:team/spring-purple-team',
    change: 'changed',
    item,
    ...otherSide(own.change, own.item ?? item),
    techniques: { before: ['T1003.001'], after: ['T1003.001'] },
    results: [],
    fields: [],
    ...own,
  };
}

export function aFinding(own: Partial<ReviewFinding> = {}): ReviewFinding {
  return {
    rule: 'mapping/revoked',
    severity: 'error',
    message: 'Unexpected `T1208`, revoked in 19.1; expected `T1558.003`',
    hint: 'Write `T1558.003`.',
    source: 'team',
    path: 'detections/roasting.yml',
    file: 'content/detections/roasting.yml',
    range: { line: 9, column: 5, endLine: 9, endColumn: 17 },
    item: 'team/roasting',
    page: 'detections/team/roasting/',
    fingerprint: '0123456789abcdef',
    ...own,
  };
}
