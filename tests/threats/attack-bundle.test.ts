import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { stix } from '../../src/threats/formats/stix.ts';
import { relevance } from '../../src/threats/relevance.ts';
import { corpora } from '../corpora.ts';
import { readWith } from '../reading.ts';
import { aMapping, embeddedBase } from '../workspace-builder.ts';

const shared = corpora('threat profiles and the real ATT&CK bundle');

interface Stix {
  type: string;
  id: string;
  relationship_type?: string;
  source_ref?: string;
  target_ref?: string;
  revoked?: boolean;
  x_mitre_deprecated?: boolean;
  external_references?: { source_name: string; external_id?: string }[];
}

const bundle = (): { objects: Stix[] } =>
  JSON.parse(gunzipSync(readFileSync(join(shared!, 'attack/enterprise-attack-19.1.json.gz'))).toString()) as {
    objects: Stix[];
  };

const idOf = ({ external_references: [reference] = [] }: Stix): string => reference?.external_id ?? '';

/** What the bundle says the groups use: group → techniques, read here without the code under test. */
function usedBy(groups: string[]): Map<string, Set<string>> {
  const objects = bundle().objects.filter((object) => !object.revoked && !object.x_mitre_deprecated);
  const byId = new Map(objects.map((object) => [object.id, object]));
  const used = new Map(groups.map((group) => [group, new Set<string>()]));
  for (const { relationship_type, source_ref = '', target_ref = '' } of objects) {
    const [source, target] = [byId.get(source_ref), byId.get(target_ref)];
    if (relationship_type !== 'uses' || source?.type !== 'intrusion-set' || target?.type !== 'attack-pattern')
      continue;
    used.get(idOf(source))?.add(idOf(target));
  }
  return used;
}

test.runIf(shared)(
  'a profile of three groups makes exactly their techniques relevant, by the sum of weights',
  () => {
    const weights = new Map([
      ['G0016', 5],
      ['G0046', 3],
      ['G1015', 1],
    ]);
    const used = usedBy([...weights.keys()]);
    expect([...used.values()].map(({ size }) => size > 40)).toEqual([true, true, true]);
    const sums = new Map<string, number>();
    for (const [group, techniques] of used)
      for (const id of techniques) sums.set(id, (sums.get(id) ?? 0) + weights.get(group)!);
    const highest = Math.max(...sums.values());
    const profile = { actors: [...weights].map(([actor, weight]) => ({ actor, weight })) };
    const relevant = relevance(profile, embeddedBase('enterprise'));
    expect(Object.fromEntries([...relevant].map(([id, { score }]) => [id, score]))).toEqual(
      Object.fromEntries([...sums].map(([id, sum]) => [id, Math.round((100 * sum) / highest)])),
    );
    for (const [id, { actors, users }] of relevant) {
      const expected = [...weights.keys()].filter((group) => used.get(group)?.has(id));
      expect(actors, id).toEqual(expected);
      expect(users, id).toBe(expected.length);
    }
  },
);

test.runIf(shared)(
  'ATT&CK’s own bundle is no profile; without its matrix, collection and versions it is one',
  () => {
    const whole = bundle();
    const text = JSON.stringify({ type: 'bundle', id: 'bundle--1', ...whole });
    expect(readWith(stix, 'a.json', text)).toMatchObject({ threats: [], ignored: 'that are ATT&CK bundles' });
    const part = whole.objects.filter(
      ({ type }) => type !== 'x-mitre-collection' && type !== 'x-mitre-matrix',
    );
    const { threats } = readWith(stix, 'a.json', JSON.stringify({ type: 'bundle', objects: part }));
    const base = embeddedBase('enterprise');
    const cozy = new Set(
      threats[0]?.procedures
        .filter(({ actor }) => actor === 'APT29')
        .map(({ mapping }) => aMapping(mapping.id).resolved),
    );
    expect([...cozy].sort()).toEqual([...base.techniquesUsedBy('G0016')]);
    const groups = threats[0]?.actors.filter(({ type }) => type === 'group').map(({ names }) => names?.[0]);
    expect(groups?.sort()).toEqual(base.facts.groups.map(({ id }) => id));
  },
  60_000,
);
