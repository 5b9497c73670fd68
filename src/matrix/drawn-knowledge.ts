import type { Technique } from '../attack/facts.ts';
import type { DrawnKnowledge } from '../export/svg/cells.ts';
import { unpackIndexes } from './indexes.ts';
import type { Matrix } from './matrix.ts';

/** The matrix's own ATT&CK, for the drawing: ids, names, and what stands under what. */
export function drawnKnowledge({ data, subtechniques }: Matrix): DrawnKnowledge {
  const tactics = new Map<number, string[]>();
  for (const { shortname, members } of data.tactics) {
    for (const index of unpackIndexes(members))
      tactics.set(index, [...(tactics.get(index) ?? []), shortname]);
  }
  const techniques = data.ids.map((id, index): Technique => {
    const dot = id.indexOf('.');
    return {
      id,
      name: data.names[index] ?? id,
      tactics: tactics.get(index) ?? [],
      platforms: [],
      ...(dot !== -1 && { parent: id.slice(0, dot) }),
      state: 'active',
    };
  });
  const byId = new Map(techniques.map((technique, index) => [technique.id, { technique, index }]));
  const at = (indexes: readonly number[] = []): Technique[] =>
    indexes.flatMap((index) => techniques[index] ?? []);
  return {
    domain: data.domain,
    version: data.attack,
    tactics: data.tactics.map(({ id, shortname, name }) => ({ id, shortname, name })),
    techniques,
    technique: (id) => byId.get(id)?.technique,
    techniquesOf: (shortname) =>
      at(data.tactics.find((tactic) => tactic.shortname === shortname)?.techniques),
    subtechniques: (id) => at(subtechniques.get(byId.get(id)?.index ?? -1)),
  };
}
