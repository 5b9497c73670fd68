/** Hand-written threat intelligence in the shapes tools export it, one fact a line. */

/** An attack pattern as most tools write it. */
export function aPattern(number: number, technique?: string, overrides: Record<string, unknown> = {}) {
  return {
    type: 'attack-pattern',
    spec_version: '2.1',
    id: `attack-pattern--${number}`,
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    name: `Pattern ${number}`,
    ...(technique !== undefined && {
      external_references: [
        { source_name: 'Some vendor', url: 'https://example.org/pattern' },
        { source_name: 'mitre-attack', external_id: technique, url: 'https://attack.mitre.org/' },
      ],
    }),
    ...overrides,
  };
}

/** An intrusion set, or any other type by the overrides. */
export function aStixActor(id: string, name: string, overrides: Record<string, unknown> = {}) {
  return { type: id.split('--')[0], id, created: '2026-01-01T00:00:00Z', name, ...overrides };
}

export function aUse(source: string, target: string, overrides: Record<string, unknown> = {}) {
  return {
    type: 'relationship',
    id: `relationship--${source}-${target}`,
    relationship_type: 'uses',
    source_ref: source,
    target_ref: target,
    ...overrides,
  };
}

export function aBundle(...objects: unknown[]): string {
  return JSON.stringify({ type: 'bundle', id: 'bundle--0', objects }, null, 1);
}

/** A layer of format 4.5 with these techniques. */
export function aLayer(techniques: unknown[], overrides: Record<string, unknown> = {}): string {
  return JSON.stringify(
    {
      name: 'What matters',
      versions: { attack: '19', navigator: '5.1.0', layer: '4.5' },
      domain: 'enterprise-attack',
      techniques,
      ...overrides,
    },
    null,
    1,
  );
}
