import { type Fields, textOf } from '../documents/fields.ts';

/** Keys of other hunt formats that share our words. */
const FOREIGN_KEYS = ['submitter', 'hunt_id', 'attack_mappings'];

/** Keys only playbooks have. */
const PLAYBOOK_KEYS = ['cadence', 'runs', 'reviewed', 'actors', 'dataSources', 'owner'];

/**
 * What a Markdown file is by its front matter: a playbook of the team, or a detection in prose. Its own `kind` decides;
 * without one, a hypothesis or any other key that only playbooks have. Undefined when it is neither.
 */
export function frontMatterKind(fields: Fields): 'playbook' | 'detection' | undefined {
  const has = (key: string): boolean => Object.hasOwn(fields, key);
  if (FOREIGN_KEYS.some(has)) return undefined;
  const isMapped = has('title') && has('techniques');
  switch (has('kind') ? textOf(fields['kind'])?.toLowerCase() : undefined) {
    case 'playbook':
    case 'hunt':
      return ['title', 'hypothesis', 'techniques'].some(has) ? 'playbook' : undefined;
    case 'detection':
    case 'rule':
      return isMapped ? 'detection' : undefined;
    default:
      if (has('hypothesis')) return has('title') || has('techniques') ? 'playbook' : undefined;
      if (!isMapped) return undefined;
      return PLAYBOOK_KEYS.some(has) ? 'playbook' : 'detection';
  }
}
