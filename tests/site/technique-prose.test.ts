import { describe, expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { AttackProse } from '../../src/attack/facts.ts';
import { techniqueProse } from '../../src/site/technique-prose.ts';

const facts = embeddedSnapshot('enterprise');
const prose: AttackProse = {
  descriptions: new Map([
    [
      'T1059.001',
      'Runs `powershell.exe`.(Citation: First) See [Python](https://attack.mitre.org/techniques/T1059/006).<script>alert(1)</script>',
    ],
  ]),
  procedures: new Map([
    [
      'G0046>T1059.001',
      '[FIN7](https://attack.mitre.org/groups/G0046) uses a script.(Citation: Alert (TA17-163A))(Citation: First)',
    ],
  ]),
  mitigations: new Map([['M1042>T1059.001', 'Switch it off.(Citation: Unsafe)']]),
  detections: new Map(),
  citations: new Map([
    ['First', { name: 'First', description: 'The first. Retrieved 2026.', url: 'https://example.org/first' }],
    ['Alert (TA17-163A)', { name: 'Alert (TA17-163A)', url: 'https://example.org/alert' }],
    ['Unsafe', { name: 'Unsafe', url: 'javascript:alert(1)' }],
  ]),
};

describe('ATT&CK’s words on a technique', () => {
  const words = techniqueProse('T1059.001', createKnowledgeBase(facts, prose));

  test('an actor leads to its page here', () => {
    expect(words?.procedures.get('G0046')).toContain('<a href="/actors/G0046/">FIN7</a>');
  });

  test('citations are numbered through the page in reading order, brackets in names included', () => {
    expect(words?.procedures.get('G0046')).toBe(
      '<p><a href="/actors/G0046/">FIN7</a> uses a script.<a href="https://example.org/alert">[1]</a><a href="https://example.org/first">[2]</a></p>',
    );
    expect(words?.description).toContain('<a href="https://example.org/first">[2]</a>');
    expect(words?.references?.match(/<li>/g)).toHaveLength(3);
  });

  test('links to a technique stay on the site, scripts and unsafe addresses go', () => {
    expect(words?.description).toContain('<a href="/techniques/T1059/006/">Python</a>');
    expect(words?.description).not.toContain('<script');
    expect(words?.mitigations).toEqual([
      { id: 'M1042', name: 'Disable or Remove Feature or Program', html: '<p>Switch it off.[3]</p>' },
    ]);
  });

  test('without a bundle there are none', () => {
    expect(techniqueProse('T1059.001', createKnowledgeBase(facts))).toBeUndefined();
  });
});
