/** Every group of ATT&CK uses what the bundle itself says: read here without the importer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { actorCoverages } from '../../src/coverage/actors.ts';
import { assess } from '../../src/coverage/assess.ts';
import { corpora } from '../corpora.ts';
import { aWorkspace } from '../workspace-builder.ts';

const folder = corpora('the techniques of all groups');

interface StixObject {
  type: string;
  id: string;
  revoked?: boolean;
  x_mitre_deprecated?: boolean;
  relationship_type?: string;
  source_ref?: string;
  target_ref?: string;
  external_references?: { source_name: string; external_id?: string }[];
}

function groupsOfBundle(path: string): Map<string, string[]> {
  const { objects } = JSON.parse(gunzipSync(readFileSync(path)).toString()) as { objects: StixObject[] };
  const live = objects.filter((object) => !object.revoked && !object.x_mitre_deprecated);
  const ids = new Map(
    live.map((object) => [
      object.id,
      object.external_references?.find(({ source_name: name }) => name === 'mitre-attack')?.external_id ?? '',
    ]),
  );
  const groups = new Map<string, string[]>(
    live.filter(({ type }) => type === 'intrusion-set').map(({ id }) => [ids.get(id) ?? '', []]),
  );
  for (const { type, relationship_type: kind, source_ref: from = '', target_ref: to = '' } of live) {
    if (type !== 'relationship' || kind !== 'uses' || !to.startsWith('attack-pattern--')) continue;
    const technique = ids.get(to);
    if (technique !== undefined) groups.get(ids.get(from) ?? '')?.push(technique);
  }
  return groups;
}

describe.runIf(folder)('enterprise 19.1', () => {
  const coverages = (): Map<string, string[]> => {
    const workspace = aWorkspace();
    return new Map(
      actorCoverages(workspace, assess(workspace)).map(({ id, techniques }) => [
        id,
        techniques.map(({ assessment }) => assessment.technique),
      ]),
    );
  };

  test('all 174 groups use exactly the techniques of the bundle', () => {
    const bundle = groupsOfBundle(join(folder!, 'attack/enterprise-attack-19.1.json.gz'));
    expect(bundle.size).toBe(174);
    const ours = coverages();
    for (const [group, techniques] of bundle)
      expect(ours.get(group) ?? [], group).toEqual([...new Set(techniques)].sort());
    const pairs = [...bundle.values()].reduce((sum, techniques) => sum + new Set(techniques).size, 0);
    expect(pairs).toBeGreaterThan(3000);
  });
});
