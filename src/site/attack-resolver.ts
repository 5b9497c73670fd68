import { techniquePath, tacticPath, withBase } from '../output/paths.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where an ATT&CK id in prose leads, and what it is called. */
export interface AttackLink {
  href: string;
  title: string;
}

/**
 * Resolves the ids of techniques and tactics to pages of the site, and those of groups, campaigns and
 * software to MITRE's own; unknown ids resolve to nothing and stay plain text.
 */
export function attackResolver({ config, knowledge }: Workspace): (id: string) => AttackLink | undefined {
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
        const kind = { group: 'groups', campaign: 'campaigns', software: 'software' }[actor.type];
        return { href: `https://attack.mitre.org/${kind}/${actor.id}/`, title: actor.name };
      }
    }
    return undefined;
  };
  return resolve;
}
