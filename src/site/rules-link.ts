import { rulesPath } from '../output/paths.ts';
import { href } from './href.ts';
import { ruleGroups } from './rules-by-technique.ts';

/**
 * The table of all rules, narrowed to those mapped to a technique or one of its sub-techniques; where rules have no
 * pages, the table of those that stand with the technique, or else that of the techniques.
 */
export function rulesOf(technique: string): string {
  const groups = ruleGroups();
  return (
    href(groups.has(technique) ? rulesPath(technique) : 'detections/') +
    (groups.size > 0 ? '' : `?q=${technique}`)
  );
}
