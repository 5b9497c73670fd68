/** A small, complete STIX bundle of the enterprise domain: one of each object type, written for the tests. */

type StixObject = Record<string, unknown> & { type: string; id: string };

function attackReference(id: string): unknown {
  return { source_name: 'mitre-attack', external_id: id, url: `https://attack.mitre.org/x/${id}` };
}

export function object(type: string, attackId: string, name: string, more: object = {}): StixObject {
  return {
    type,
    id: `${type}--${attackId}`,
    name,
    external_references: [attackReference(attackId)],
    ...more,
  };
}

export function technique(id: string, more: object = {}): StixObject {
  return object('attack-pattern', id, `Technique ${id}`, {
    kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'execution' }],
    x_mitre_platforms: ['Windows', 'Linux'],
    x_mitre_version: '1.0',
    ...more,
  });
}

export function relationship(
  kind: string,
  [sourceType, source]: [string, string],
  [targetType, target]: [string, string],
  more: object = {},
): StixObject {
  return {
    type: 'relationship',
    id: `relationship--${kind}-${source}-${target}`,
    relationship_type: kind,
    source_ref: `${sourceType}--${source}`,
    target_ref: `${targetType}--${target}`,
    ...more,
  };
}

export function revokedBy(source: string, target: string): StixObject {
  return relationship('revoked-by', ['attack-pattern', source], ['attack-pattern', target]);
}

export const MATRIX = object('x-mitre-matrix', 'enterprise-attack', 'Enterprise ATT&CK', {
  tactic_refs: ['x-mitre-tactic--TA0002', 'x-mitre-tactic--TA0001'],
});

export const COLLECTION: StixObject = {
  type: 'x-mitre-collection',
  id: 'x-mitre-collection--1',
  name: 'Enterprise ATT&CK',
  x_mitre_version: '42.1',
};

export const TACTICS = [
  object('x-mitre-tactic', 'TA0001', 'Initial Access', { x_mitre_shortname: 'initial-access' }),
  object('x-mitre-tactic', 'TA0002', 'Execution', { x_mitre_shortname: 'execution' }),
];

export const OBJECTS: readonly StixObject[] = [
  COLLECTION,
  MATRIX,
  ...TACTICS,
  technique('T1001', {
    description: 'Prose of a technique. (Citation: Report 2020)',
    x_mitre_detection: 'How to see it.',
  }),
  technique('T1001.001', { x_mitre_is_subtechnique: true }),
  technique('T1002', { revoked: true }),
  technique('T1003', { x_mitre_deprecated: true }),
  revokedBy('T1002', 'T1001.001'),
  object('intrusion-set', 'G0001', 'Crimson Otter', {
    aliases: ['Crimson Otter', 'OTTER-9'],
    description: 'Prose of a group.',
  }),
  object('intrusion-set', 'G0002', 'Gone Group', { revoked: true }),
  object('campaign', 'C0001', 'Operation Kelp', { aliases: ['Operation Kelp'] }),
  object('malware', 'S0002', 'KelpLoader', {
    x_mitre_aliases: ['KelpLoader', 'kload'],
    x_mitre_platforms: ['Windows'],
  }),
  object('tool', 'S0001', 'otterctl', { x_mitre_platforms: ['None'] }),
  object('course-of-action', 'M1001', 'Lock It', { description: 'Prose of a mitigation.' }),
  object('course-of-action', 'T1001', 'Old Mitigation', { x_mitre_deprecated: true }),
  object('x-mitre-data-component', 'DC0001', 'Process Creation'),
  object('x-mitre-analytic', 'AN0001', 'Analytic 0001', {
    x_mitre_platforms: ['Windows'],
    x_mitre_log_source_references: [{ x_mitre_data_component_ref: 'x-mitre-data-component--DC0001' }],
  }),
  object('x-mitre-detection-strategy', 'DET0001', 'See It', {
    x_mitre_analytic_refs: ['x-mitre-analytic--AN0001'],
  }),
  relationship('uses', ['intrusion-set', 'G0001'], ['attack-pattern', 'T1001'], {
    description: 'Prose of a procedure. (Citation: Report 2020)',
    external_references: [
      {
        source_name: 'Report 2020',
        description: 'A. Nalyst. (2020). Report.',
        url: 'https://reports.example/2020',
      },
    ],
  }),
  relationship('uses', ['intrusion-set', 'G0001'], ['tool', 'S0001']),
  relationship('uses', ['intrusion-set', 'G0001'], ['attack-pattern', 'T1003']),
  relationship('uses', ['malware', 'S0002'], ['attack-pattern', 'T1001']),
  relationship('uses', ['campaign', 'C0001'], ['attack-pattern', 'T1001']),
  relationship('attributed-to', ['campaign', 'C0001'], ['intrusion-set', 'G0001']),
  relationship('mitigates', ['course-of-action', 'M1001'], ['attack-pattern', 'T1001'], {
    description: 'Prose of a mitigation of a technique.',
  }),
  relationship('detects', ['x-mitre-detection-strategy', 'DET0001'], ['attack-pattern', 'T1001']),
  relationship('detects', ['x-mitre-data-component', 'DC0001'], ['attack-pattern', 'T1001']),
];

/** The bytes of a bundle; STIX 2.0 states its version once, 2.1 on every object. */
export function bundleBytes(
  objects: readonly unknown[] = OBJECTS,
  specVersion: '2.0' | '2.1' = '2.0',
): Uint8Array {
  const bundle =
    specVersion === '2.0'
      ? { type: 'bundle', id: 'bundle--1', spec_version: '2.0', objects }
      : {
          type: 'bundle',
          id: 'bundle--1',
          objects: objects.map((one) => ({ ...(one as object), spec_version: '2.1' })),
        };
  return new TextEncoder().encode(JSON.stringify(bundle));
}
