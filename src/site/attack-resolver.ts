import { actorPath, techniquePath, tacticPath, withBase } from '../output/paths.ts';
import { attackActorUrl } from './actor-words.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where an ATT&CK id in prose leads, and what it is called. */
export interface AttackLink {
  href: string;
  title: string;
}

/** What of a workspace says where ids lead. */
export interface ResolvedWorkspace extends Pick<Workspace, 'knowledge'> {
  config: Pick<Workspace['config'], 'base'>;
}

/**
 * Resolves the ids of techniques, tactics, groups, campaigns and software to pages of the site; unknown ids resolve to
 * nothing and stay plain text. An actor without an active technique has no page here, so its id leads to MITRE's own.
 */
export function attackResolver({
  config,
  knowledge,
}: ResolvedWorkspace): (id: string) => AttackLink | undefined {
  const page = (path: string): string => withBase(config.base, path);
  const resolve = (id: string): AttackLink | undefined => {
    for (const base of knowledge.values()) {
      const resolution = base.resolve(id);
      if (resolution.state === 'active' || resolution.state === 'revoked') {
        const name = base.technique(resolution.id)?.name ?? '';
        return { href: page(techniquePath(resolution.id)), title: `${resolution.id} ${name}` };
      }
      const tactic = /^TA\d{4}$/.test(id) ? base.tactic(id) : undefined;
      if (tactic) return { href: page(tacticPath(tactic.id)), title: tactic.name };
      const actor = /^[GSC]\d{4}$/.test(id) ? base.actor(id) : undefined;
      if (actor) {
        const own = base.techniquesUsedBy(actor.id).length > 0 ? page(actorPath(actor.id)) : undefined;
        return { href: own ?? attackActorUrl(actor) ?? '', title: actor.name };
      }
    }
    return undefined;
  };
  return resolve;
}

/** All of what {@link attackResolver} resolves, by id: the same in another thread. */
export function attackLinks(workspace: ResolvedWorkspace): Map<string, AttackLink> {
  const resolve = attackResolver(workspace);
  const links = new Map<string, AttackLink>();
  for (const { facts } of workspace.knowledge.values())
    for (const { id } of [
      facts.techniques,
      facts.tactics,
      facts.groups,
      facts.campaigns,
      facts.software,
    ].flat()) {
      const link = resolve(id);
      if (link) links.set(id, link);
    }
  return links;
}
