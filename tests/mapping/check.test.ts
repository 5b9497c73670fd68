import { expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import type { Domain } from '../../src/attack/domain.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { KnowledgeBase } from '../../src/attack/knowledge-base.ts';
import { checkMappings, type MappingFinding } from '../../src/mapping/check.ts';
import type { MappingDraft } from '../../src/mapping/mapping.ts';
import { normaliseTag } from '../../src/mapping/normalise.ts';
import { resolveMapping, resolveTactic } from '../../src/mapping/resolve.ts';

function bases(...domains: Domain[]): Map<Domain, KnowledgeBase> {
  return new Map(domains.map((domain) => [domain, createKnowledgeBase(embeddedSnapshot(domain))]));
}

const knowledge = bases('enterprise');
const others = bases('mobile', 'ics');

/** Reads and resolves tags as a rule with exactly these would have them, and checks it. */
function check(...tags: string[]): MappingFinding[] {
  const mappings: MappingDraft[] = [];
  const tactics = [];
  const unrecognised = [];
  for (const [index, written] of tags.entries()) {
    const tag = normaliseTag(written);
    const pointer = ['tags', index];
    if (tag.kind === 'technique') mappings.push({ written, id: tag.id, provenance: 'declared', pointer });
    if (tag.kind === 'tactic') tactics.push(resolveTactic({ written, pointer }, knowledge));
    if (tag.kind === 'unrecognised') unrecognised.push({ written, pointer });
  }
  const resolved = mappings.map((mapping) => resolveMapping(mapping, knowledge));
  return checkMappings({ mappings: resolved, tactics, unrecognised }, { knowledge, others });
}

test('an active technique under one of its tactics has nothing wrong', () => {
  expect(check('attack.execution', 'attack.t1059.001')).toEqual([]);
});

test('a revoked id names its successor in the message, and how to write it in the hint', () => {
  expect(check('attack.t1562.001')).toEqual([
    {
      rule: 'mapping/revoked',
      severity: 'warning',
      message:
        'Unexpected revoked technique `T1562.001` (written `attack.t1562.001`), expected its successor `T1685`',
      hint: 'Write `attack.t1685`; until then it is read as `T1685`.',
      pointer: ['tags', 0],
    },
  ]);
});

test('a deprecated id has no successor to offer', () => {
  expect(check('attack.T1108')).toEqual([
    {
      rule: 'mapping/deprecated',
      severity: 'warning',
      message:
        'Unexpected deprecated technique `T1108` (written `attack.T1108`), expected an active one; ATT&CK names no successor',
      hint: 'Map to the active technique that describes the behaviour; until then the mapping counts for nothing.',
      pointer: ['tags', 0],
    },
  ]);
});

test('an id nobody knows is an error, and an existing parent is offered', () => {
  expect(check('attack.t1999')).toMatchObject([
    {
      rule: 'mapping/unknown',
      severity: 'error',
      message:
        'Unexpected technique `T1999` (written `attack.t1999`), expected one that ATT&CK Enterprise 19.1 knows',
    },
  ]);
  expect(check('T1210.001')).toMatchObject([
    {
      rule: 'mapping/unknown',
      hint: '`T1210` exists, a sub-technique of that number does not; look it up or map to `T1210`.',
    },
  ]);
});

test('an id of a domain that is not configured is told from an unknown one', () => {
  expect(check('attack.t0884')).toEqual([
    {
      rule: 'mapping/wrong-domain',
      severity: 'error',
      message: 'Unexpected technique `T0884` of ATT&CK ICS, expected one of Enterprise',
      hint: 'Add `ics` to `attack.domains` in the config, or map to a technique of Enterprise.',
      pointer: ['tags', 0],
    },
  ]);
});

test('a tactic id that lost its A is told so', () => {
  expect(check('attack.t0005')).toEqual([
    {
      rule: 'mapping/malformed',
      severity: 'error',
      message: 'Unexpected `attack.t0005`, expected a technique; `TA0005` with an A would be a tactic',
      hint: 'Write `attack.ta0005` when the tactic is meant.',
      pointer: ['tags', 0],
    },
  ]);
});

test('a tag without its t is malformed, and the hint puts the t back', () => {
  expect(check('attack.1562.001')).toMatchObject([
    { rule: 'mapping/malformed', hint: 'Write `attack.t1562.001` when that technique is meant.' },
  ]);
});

test('a tactic that no mapped technique belongs to is a note', () => {
  expect(check('attack.impact', 'attack.t1059.001')).toEqual([
    {
      rule: 'mapping/tactic-mismatch',
      severity: 'note',
      message: 'Unexpected tactic `impact`, expected one of `execution`, the tactics of `T1059.001`',
      hint: 'Map to a technique of that tactic as well, or correct the tactic.',
      pointer: ['tags', 0],
    },
  ]);
});

test('defense evasion, as ATT&CK called it before 19, is no mismatch for what became defense impairment', () => {
  expect(check('attack.defense-evasion', 'attack.t1685')).toEqual([]);
  expect(check('attack.stealth', 'attack.t1685')).toMatchObject([{ rule: 'mapping/tactic-mismatch' }]);
});

test("defense evasion is no mismatch in Falco's and Panther's spellings either", () => {
  const mapping = resolveMapping(
    { written: 'T1562', id: 'T1562.001', provenance: 'declared', pointer: [] },
    knowledge,
  );
  for (const written of ['mitre_defense_evasion', 'TA0005', 'TA0005-defense-evasion']) {
    const tactics = [resolveTactic({ written, pointer: [] }, knowledge)];
    const findings = checkMappings({ mappings: [mapping], tactics }, { knowledge, others });
    expect(
      findings.map(({ rule }) => rule),
      written,
    ).toEqual(['mapping/revoked']);
  }
});

test('the hint of a malformed tag is written in the manner of its format, and its message is one line', () => {
  const unrecognised = ['TA003', 'a\nb'].map((written) => ({ written, pointer: [] }));
  const findings = checkMappings({ mappings: [], tactics: [], unrecognised }, { knowledge, others });
  expect(findings.map(({ message }) => message.split(',')[0])).toEqual([
    'Unexpected ATT&CK tag `TA003`',
    'Unexpected ATT&CK tag `a b`',
  ]);
  expect(findings[0]?.hint).toBe('Write the id of a technique or of a tactic: `T1059.001`, `TA0004`.');
  expect(check('attack.11136.001')[0]?.hint).toContain('`attack.t1059.001`');
});

test('an item with a tactic only is mapped, an item with nothing is a note', () => {
  expect(check('attack.execution')).toEqual([]);
  expect(check('detection.threat-hunting')).toMatchObject([
    { rule: 'mapping/none', severity: 'note', pointer: [] },
  ]);
  expect(checkMappings({ mappings: [], tactics: [], format: 'sigma-filter' }, { knowledge, others })).toEqual(
    [],
  );
});

test('an inherited mapping is reported where it is declared, not again', () => {
  const mapping = resolveMapping(
    {
      written: 'attack.t1562.001',
      id: 'T1562.001',
      provenance: 'inherited',
      pointer: ['correlation', 'rules'],
    },
    knowledge,
  );
  expect(checkMappings({ mappings: [mapping], tactics: [] }, { knowledge, others })).toEqual([]);
});

test('the first configured domain that knows an id answers', () => {
  const both = bases('enterprise', 'ics');
  const draft: MappingDraft = { written: 'T0884', id: 'T0884', provenance: 'declared', pointer: [] };
  expect(resolveMapping(draft, both)).toMatchObject({ state: 'active', resolved: 'T0884', domain: 'ics' });
  expect(resolveMapping(draft, knowledge)).toEqual({ ...draft, state: 'unknown' });
  expect(resolveTactic({ written: 'attack.inhibit_response_function', pointer: [] }, both)).toMatchObject({
    shortname: 'inhibit-response-function',
    domain: 'ics',
  });
});
