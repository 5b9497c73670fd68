import { unpackIndexes } from './indexes.ts';
import type { MatrixActor, MatrixData } from './matrix-data.ts';

/** The data of a matrix, ready to be asked. */
export interface Matrix {
  readonly data: MatrixData;
  readonly outOfScope: ReadonlySet<number>;
  /** Techniques and sub-techniques of each tactic, in the order of the tactics. */
  readonly members: readonly (readonly number[])[];
  /** Technique → its sub-techniques. */
  readonly subtechniques: ReadonlyMap<number, readonly number[]>;
  /** Technique → tactics it stands under. */
  tacticsOf: (technique: number) => readonly string[];
  actor: (id: string) => MatrixActor | undefined;
}

export function openMatrix(data: MatrixData): Matrix {
  const indexOf = new Map(data.ids.map((id, index) => [id, index]));
  const subtechniques = new Map<number, number[]>();
  data.ids.forEach((id, index) => {
    const dot = id.indexOf('.');
    const parent = dot === -1 ? undefined : indexOf.get(id.slice(0, dot));
    if (parent === undefined) return;
    const known = subtechniques.get(parent);
    if (known) known.push(index);
    else subtechniques.set(parent, [index]);
  });
  const members = data.tactics.map((tactic) => unpackIndexes(tactic.members));
  const tactics = new Map<number, string[]>();
  members.forEach((own, place) => {
    for (const technique of own)
      tactics.set(technique, [...(tactics.get(technique) ?? []), data.tactics[place]?.name ?? '']);
  });
  const actors = new Map(data.actors.map((actor) => [actor.id, actor]));
  return {
    data,
    outOfScope: new Set(unpackIndexes(data.outOfScope)),
    members,
    subtechniques,
    tacticsOf: (technique) => tactics.get(technique) ?? [],
    actor: (id) => actors.get(id),
  };
}
