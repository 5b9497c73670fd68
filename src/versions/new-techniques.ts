import type { AttackChanges } from '../attack/changes.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { named, tacticNames } from './full-name.ts';
import { distinctItems, type DeclaredIds } from './touched-items.ts';
import type { NewTechnique } from './version-impact.ts';

/**
 * New techniques that matter to the team: an actor of its threat profiles uses them, or they stand under a tactic it
 * has counting detections for. Items are those that are mapped there already, by the new id or by one it replaces.
 */
export function newTechniques(
  changes: AttackChanges,
  workspace: Workspace,
  declared: DeclaredIds,
  to: KnowledgeBase,
): NewTechnique[] {
  const profile = new Set(
    workspace.threats.flatMap(({ actors }) => actors.flatMap(({ actor }) => to.actor(actor)?.id ?? [])),
  );
  const covered = coveredTactics(workspace, to);
  return changes.added.flatMap((id) => {
    const tactics = to.technique(id)?.tactics ?? [];
    const users = to.usersOf(id).map(({ type, id: user, name }) => ({
      type,
      id: user,
      name,
      inProfile: profile.has(user),
    }));
    if (!users.some(({ inProfile }) => inProfile) && !tactics.some((tactic) => covered.has(tactic)))
      return [];
    const replaces = changes.revoked.filter(({ by }) => by === id).map((revoked) => revoked.id);
    const items = distinctItems([id, ...replaces].map((written) => declared.techniques.get(written) ?? []));
    return [{ ...named(id, to), tactics: tacticNames(tactics, to), replaces, users, items }];
  });
}

function coveredTactics({ detections }: Workspace, to: KnowledgeBase): Set<string> {
  const ids = new Set(
    detections.flatMap(({ counts, mappings }) =>
      counts ? mappings.filter(({ path }) => !path).map(({ id }) => id) : [],
    ),
  );
  return new Set(
    [...ids].flatMap((id) => {
      const resolution = to.resolve(id);
      return 'id' in resolution ? (to.technique(resolution.id)?.tactics ?? []) : [];
    }),
  );
}
