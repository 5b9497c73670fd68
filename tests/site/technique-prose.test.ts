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
      '<p><a href="/actors/G0046/">FIN7</a> uses a script.<sup><a id="cite-1-1" href="#source-1">[1]</a></sup><sup><a id="cite-2-1" href="#source-2">[2]</a></sup></p>',
    );
    expect(words?.description).toContain('<a id="cite-2-2" href="#source-2">[2]</a>');
    expect(words?.sources).toHaveLength(3);
  });

  test('a source leads back to every place that cites it, and to itself where it has a web address', () => {
    expect(words?.sources[1]).toEqual({
      id: 'source-2',
      text: 'The first. Retrieved 2026.',
      url: 'https://example.org/first',
      marks: ['cite-2-1', 'cite-2-2'],
    });
    expect(words?.sources[2]).toEqual({ id: 'source-3', text: 'Unsafe', marks: ['cite-3-1'] });
  });

  test('links to a technique stay on the site, scripts and unsafe addresses go', () => {
    expect(words?.description).toContain('<a href="/techniques/T1059/006/">Python</a>');
    expect(words?.description).not.toContain('<script');
    expect(words?.mitigations.get('M1042')).toBe(
      '<p>Switch it off.<sup><a id="cite-3-1" href="#source-3">[3]</a></sup></p>',
    );
  });

  test('of hundreds of procedures those of the profile come first and the rest stays on the actors’ pages', () => {
    const knowledge = createKnowledgeBase(facts);
    const users = knowledge.usersOf('T1059.001').map(({ id }) => id);
    const last = users.at(-1)!;
    const procedures = new Map(users.map((id) => [`${id}>T1059.001`, 'Uses it. '.repeat(50)]));
    const told = techniqueProse('T1059.001', createKnowledgeBase(facts, { ...prose, procedures }), [
      last,
    ])!.procedures;
    expect([...told.keys()][0]).toBe(last);
    expect(told.size).toBeGreaterThan(5);
    expect(told.size).toBeLessThan(users.length);
  });

  test('without a bundle there are none', () => {
    expect(techniqueProse('T1059.001', createKnowledgeBase(facts))).toBeUndefined();
  });
});
