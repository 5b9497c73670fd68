import { describe, expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { DOMAINS, type Domain } from '../../src/attack/domain.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import { sigma } from '../../src/detections/formats/sigma.ts';
import { checkMappings } from '../../src/mapping/check.ts';
import { resolveMapping, resolveTactic } from '../../src/mapping/resolve.ts';
import { readWith } from '../reading.ts';

/** Every spelling of an ATT&CK tag found in public Sigma rules, and what becomes of it. */

const enterprise = createKnowledgeBase(embeddedSnapshot('enterprise', '19.1'));
const enterprise18 = createKnowledgeBase(embeddedSnapshot('enterprise', '18.1'));
const mobile = createKnowledgeBase(embeddedSnapshot('mobile'));
const ics = createKnowledgeBase(embeddedSnapshot('ics'));

interface Outcome {
  /** Technique ids and tactic shortnames the tag stands for. */
  means: string[];
  /** `rule: hint` of each finding but the note that nothing is mapped. */
  findings: string[];
}

/** Reads a rule with exactly these lines under its logsource, resolves and checks it. */
function outcomeOf(lines: string, bases = [enterprise]): Outcome {
  const text = `title: A rule\nlogsource: { product: windows }\ndetection: { a: { b: c }, condition: a }\n${lines}\n`;
  const [rule] = readWith(sigma, 'rule.yml', text).detections;
  const knowledge = new Map(bases.map((base) => [base.domain, base]));
  const others = new Map(
    DOMAINS.filter((domain: Domain) => !knowledge.has(domain)).map((domain) => [
      domain,
      { enterprise, mobile, ics }[domain],
    ]),
  );
  const mappings = (rule?.mappings ?? []).map((draft) => resolveMapping(draft, knowledge));
  const tactics = (rule?.tactics ?? []).map((draft) => resolveTactic(draft, knowledge));
  const { unrecognised = [], actors = [] } = rule ?? {};
  const found = checkMappings({ mappings, tactics, unrecognised }, { knowledge, others });
  return {
    means: [
      ...mappings.flatMap(({ resolved }) => resolved ?? []),
      ...tactics.flatMap(({ shortname }) => shortname ?? []),
      ...actors,
    ],
    findings: found
      .filter(({ rule: id }) => id !== 'mapping/none')
      .map(({ rule: id, hint }) => `${id}: ${hint ?? ''}`),
  };
}

function tag(written: string, bases = [enterprise]): Outcome {
  return outcomeOf(`tags: [${JSON.stringify(written)}]`, bases);
}

describe('a tag that is read as what it means', () => {
  test.each([
    ['attack.t1059', 'T1059'],
    ['attack.t1059.001', 'T1059.001'],
    ['attack.execution', 'execution'],
    ['attack.privilege-escalation', 'privilege-escalation'],
    ['attack.privilege_escalation', 'privilege-escalation'],
    ['attack.stealth', 'stealth'],
    ['attack.defense-impairment', 'defense-impairment'],
    ['attack.defense-evasion', 'stealth'],
    ['attack.defense_evasion', 'stealth'],
    ['attack.s0002', 'S0002'],
    ['attack.g0016', 'G0016'],
    ['attack.ta0005', 'stealth'],
    ['attack.TA0005', 'stealth'],
    ['attack.T1059', 'T1059'],
    ['attack.T1105 ', 'T1105'],
    ['attack.Defense Evasion', 'stealth'],
    ['attack.CommandAndControl', 'command-and-control'],
    ['attack.defense.evasion', 'stealth'],
    ['T1059.001', 'T1059.001'],
    ['t1070.006', 'T1070.006'],
  ])('%j is %s', (written, meaning) => {
    expect(tag(written)).toEqual({ means: [meaning], findings: [] });
  });

  test.each([
    ['attack.stealth', 'defense-evasion'],
    ['attack.defense-impairment', 'defense-evasion'],
    ['attack.defense-evasion', 'defense-evasion'],
    ['attack.ta0005', 'defense-evasion'],
  ])('under 18.1, %j is %s', (written, meaning) => {
    expect(tag(written, [enterprise18])).toEqual({ means: [meaning], findings: [] });
  });

  test('the key of Joe Security is read, and nothing when it is empty', () => {
    expect(outcomeOf('mitreattack: T1497')).toEqual({ means: ['T1497'], findings: [] });
    expect(outcomeOf('mitreattack:')).toEqual({ means: [], findings: [] });
  });
});

test.each(['attack.ds0005', 'car.2016-04-005', 'detection.threat-hunting', 'cve.2021-44228', 'RDP'])(
  '%j is no mapping and nothing to complain about',
  (written) => {
    expect(tag(written)).toEqual({ means: [], findings: [] });
  },
);

test('an empty item of a list is passed over', () => {
  expect(outcomeOf('tags:\n  - attack.t1059\n  -\n  - null')).toEqual({ means: ['T1059'], findings: [] });
});

describe('a tag with a finding', () => {
  const spelling =
    'mapping/malformed: Write `attack.` and an id or a tactic: `attack.t1059.001`, `attack.privilege-escalation`.';

  test.each([
    [
      'attack.defense_evesion',
      'mapping/malformed: Write `attack.defense-evasion` when that tactic is meant, `stealth` in ATT&CK 19.1.',
    ],
    [
      'attack.Defense-Evansion',
      'mapping/malformed: Write `attack.defense-evasion` when that tactic is meant, `stealth` in ATT&CK 19.1.',
    ],
    [
      'attack.privilege_execution',
      'mapping/malformed: Write `attack.privilege-escalation` when that tactic is meant.',
    ],
    [
      'attack.account_manipulation',
      'mapping/malformed: Write `attack.t1098` when the technique Account Manipulation is meant.',
    ],
    [
      'attack.hidden.users',
      'mapping/malformed: Write `attack.t1564.002` when the technique Hidden Users is meant.',
    ],
    [
      'attack.adversary_in_the_middle',
      'mapping/malformed: Write `attack.t1557` when the technique Adversary-in-the-Middle is meant.',
    ],
    // A name ATT&CK gave up leads to what took its place.
    [
      'attack.impair_defenses',
      'mapping/malformed: Write `attack.t1685` when the technique Disable or Modify Tools is meant.',
    ],
    ['attack.1562.001', 'mapping/malformed: Write `attack.t1562.001` when that technique is meant.'],
    ['attack.11136.001', spelling],
    ['attack.', spelling],
    ['attack.t', spelling],
    [
      'T1210.001',
      'mapping/unknown: `T1210` exists, a sub-technique of that number does not; look it up or map to `T1210`.',
    ],
    [
      'T0136',
      'mapping/unknown: Look the id up on attack.mitre.org; a newer ATT&CK version can be loaded with `attack.bundles`.',
    ],
    ['attack.t0001', 'mapping/malformed: Write `attack.ta0001` when the tactic is meant.'],
    ['attack.t1562.001', 'mapping/revoked: Write `attack.t1685`; until then it is read as `T1685`.'],
  ])('%j: %s', (written, finding) => {
    expect(tag(written).findings).toEqual([finding]);
  });
});

describe('an id of another domain', () => {
  test.each([
    ['T0884', ics, 'T0884'],
    ['T1623', mobile, 'T1623'],
    ['attack.inhibit-response-function', ics, 'inhibit-response-function'],
  ])('%s is of the domain that knows it, where that is configured', (written, base, meaning) => {
    expect(tag(written, [enterprise, base])).toEqual({ means: [meaning], findings: [] });
  });

  test.each([
    ['T0884', 'ics'],
    ['T1623', 'mobile'],
    // Mobile has deprecated this one; it is its own all the same.
    ['T1476', 'mobile'],
    ['attack.inhibit-response-function', 'ics'],
  ])('%s is told from an unknown one where %s is not configured', (written, domain) => {
    expect(tag(written).findings).toEqual([
      expect.stringMatching(new RegExp(`^mapping/wrong-domain: Add \`${domain}\` to \`attack\\.domains\``)),
    ]);
  });
});
