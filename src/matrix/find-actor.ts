import type { MatrixActor } from './matrix-data.ts';

/** How an actor stands in the search box: `APT29 (G0016)`; one of our own by its name. */
export function actorLabel({ id, name, type }: Pick<MatrixActor, 'id' | 'name' | 'type'>): string {
  return type === 'own' ? name : `${name} (${id})`;
}

/** The actor somebody typed: its label, id, name or another name, whatever the case. Ids and names win over other names. */
export function findActor(actors: readonly MatrixActor[], typed: string): MatrixActor | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return undefined;
  return (
    actors.find((actor) =>
      [actorLabel(actor), actor.id, actor.name].some((name) => name.toLowerCase() === wanted),
    ) ?? actors.find(({ aliases }) => aliases?.toLowerCase().split(' · ').includes(wanted))
  );
}
