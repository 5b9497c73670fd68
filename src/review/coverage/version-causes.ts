import type { KnowledgeBase } from '../../attack/knowledge-base.ts';
import type { AssessedSide, CausesOf } from './compare-coverage.ts';

/** Why another version of ATT&CK makes a technique another though no item is. */
export function versionCauses(base: AssessedSide, head: AssessedSide): CausesOf {
  return (domain, technique) => {
    const [from, to] = [base.knowledge.get(domain), head.knowledge.get(domain)];
    if (!from || !to) return [];
    return [{ text: words(technique, from, to) }];
  };
}

function words(id: string, from: KnowledgeBase, to: KnowledgeBase): string {
  const [was, is] = [from.resolve(id), to.resolve(id)];
  if (is.state === 'revoked') return `${id} is revoked in ${to.version}: ${is.id} stands in its place`;
  if (is.state === 'deprecated') return `${id} is deprecated in ${to.version}`;
  if (is.state === 'unknown') return `${to.version} does not know ${id}`;
  if (was.state !== 'active') {
    const replaced = from.techniques.filter((old) => {
      const now = to.resolve(old.id);
      return now.state === 'revoked' && now.id === id;
    });
    const ids = replaced.map((one) => one.id).join(', ');
    return ids === ''
      ? `${id} is new in ${to.version}`
      : `${id} is new in ${to.version} and stands in the place of ${ids}`;
  }
  return `${to.version} gives it other sub-techniques, or ids that stand for it`;
}
