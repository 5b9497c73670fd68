import { describe, expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import type { Domain } from '../../src/attack/domain.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { Technique } from '../../src/attack/facts.ts';
import type { KnowledgeBase } from '../../src/attack/knowledge-base.ts';
import type { MappingDraft } from '../../src/mapping/mapping.ts';
import { resolveMapping } from '../../src/mapping/resolve.ts';
import { declaredTechnique } from '../../src/mapping/technique-mapping.ts';

type State = Technique['state'] | 'absent';

const NAMES = { enterprise: 'Of Enterprise', mobile: 'Of Mobile', ics: 'Of ICS' };

/** A domain that knows T1001 in this state (revoked by its own T1002) and T1002 as active. */
function base(domain: Domain, state: State): KnowledgeBase {
  const plain = { tactics: [], platforms: [] };
  const asked: Technique[] =
    state === 'absent'
      ? []
      : [
          {
            ...plain,
            id: 'T1001',
            name: NAMES[domain],
            state,
            ...(state === 'revoked' && { revokedBy: 'T1002' }),
          },
        ];
  const techniques = [...asked, { ...plain, id: 'T1002', name: 'Successor', state: 'active' as const }];
  return createKnowledgeBase({ ...embeddedSnapshot(domain), techniques });
}

function knowledge(states: Partial<Record<Domain, State>>): Map<Domain, KnowledgeBase> {
  const domains = Object.keys(states) as Domain[];
  return new Map(domains.map((domain) => [domain, base(domain, states[domain] ?? 'absent')]));
}

const draft: MappingDraft = { written: 't1001', id: 'T1001', provenance: 'declared', pointer: ['x'] };

describe('an id known to several domains', () => {
  test.for<[State, State, State, Partial<ReturnType<typeof resolveMapping>>]>([
    ['active', 'active', 'active', { state: 'active', domain: 'enterprise', resolved: 'T1001' }],
    ['absent', 'active', 'active', { state: 'active', domain: 'mobile', resolved: 'T1001' }],
    ['revoked', 'deprecated', 'active', { state: 'active', domain: 'ics', resolved: 'T1001' }],
    ['deprecated', 'active', 'revoked', { state: 'active', domain: 'mobile', resolved: 'T1001' }],
    ['revoked', 'revoked', 'deprecated', { state: 'revoked', domain: 'enterprise', resolved: 'T1002' }],
    ['deprecated', 'revoked', 'absent', { state: 'revoked', domain: 'mobile', resolved: 'T1002' }],
    ['revoked', 'deprecated', 'absent', { state: 'revoked', domain: 'enterprise', resolved: 'T1002' }],
    ['absent', 'deprecated', 'deprecated', { state: 'deprecated', domain: 'mobile' }],
    ['absent', 'absent', 'absent', { state: 'unknown' }],
  ])('%s, %s and %s', ([enterprise, mobile, ics, expected]) => {
    const { written, id, provenance, pointer, ...answer } = resolveMapping(
      draft,
      knowledge({ enterprise, mobile, ics }),
    );
    expect({ written, id, provenance, pointer }).toEqual(draft);
    expect(answer).toEqual(expected);
  });
});

describe('a name', () => {
  const embedded = new Map(
    (['enterprise', 'mobile'] as const).map((domain) => [
      domain,
      createKnowledgeBase(embeddedSnapshot(domain)),
    ]),
  );

  test.for([
    ['Valid Accounts: Cloud Accounts', 'T1078.004'],
    ['valid accounts', 'T1078'],
  ])('%s is resolved and keeps what was written', ([written = '', id = '']) => {
    expect(resolveMapping(declaredTechnique(written, []), embedded)).toEqual({
      written,
      id,
      provenance: 'declared',
      pointer: [],
      state: 'active',
      resolved: id,
      domain: 'enterprise',
      byName: true,
    });
  });

  test('that ATT&CK gave up leads to the successor', () => {
    expect(resolveMapping(declaredTechnique('Impair Defenses', []), embedded)).toMatchObject({
      state: 'revoked',
      id: 'T1562',
      resolved: 'T1685',
      byName: true,
    });
  });

  test('is looked for in the domains in their order', () => {
    const both = knowledge({ enterprise: 'active', ics: 'active' });
    expect(resolveMapping(declaredTechnique('of ics', []), both)).toMatchObject({
      id: 'T1001',
      byName: true,
    });
    expect(resolveMapping(declaredTechnique('Successor', []), both)).toMatchObject({
      id: 'T1002',
      domain: 'enterprise',
    });
  });

  test('nobody knows, or several bear, stays as it was written', () => {
    for (const written of ['Valid Acounts', 'Cloud Account', '1043', 'constructor']) {
      const mapping = declaredTechnique(written, []);
      expect(resolveMapping(mapping, embedded)).toEqual({ ...mapping, state: 'unknown' });
    }
  });

  test('is not asked for where there is an id', () => {
    expect(resolveMapping(declaredTechnique('T9999 Valid Accounts', []), embedded)).toMatchObject({
      id: 'T9999',
      state: 'unknown',
    });
  });
});
