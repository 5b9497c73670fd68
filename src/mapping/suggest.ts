import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { nearest } from '../findings/nearest.ts';
import { TACTICS } from './tactic-names.ts';

/** The namespace of a tag, as far as it is written: `attack.`, `mitre_attack_`. */
const NAMESPACE = /^(?:mitre[\s._-]*)?(?:attack|att&ck)[\s._:-]+/i;

/**
 * What somebody most likely meant who wrote a tag with no form ATT&CK uses: the technique of that name, the id whose T
 * was left out, the tactic that is spelt nearly so. Undefined where it cannot be told.
 */
export function meantByTag(
  written: string,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): { text: string; what: string } | undefined {
  const namespace = NAMESPACE.exec(written)?.[0] ?? '';
  const value = written.slice(namespace.length);
  if (!/[a-z\d]/i.test(value)) return undefined;
  const technique = techniqueNamed(value, knowledge);
  if (technique) {
    const id =
      namespace.startsWith('a') || namespace.startsWith('m') ? technique.id.toLowerCase() : technique.id;
    return { text: namespace + id, what: `the technique ${technique.name} is meant` };
  }
  const [, before, number] = /^(.*?)[._-]?(\d{4}(?:[._]\d{3})?)$/.exec(written) ?? [];
  if (number !== undefined && !/\d$/.test(before ?? '')) {
    const text = `${before ? `${before}.` : ''}${before ? 't' : 'T'}${number}`;
    return { text, what: 'that technique is meant' };
  }
  const tactic = nearestTactic(value, knowledge);
  return tactic && { text: namespace + tactic.written, what: `that tactic is meant${tactic.since}` };
}

/** The tactic a misspelt one stands for, in either vocabulary, with what the loaded version calls it. */
export function nearestTactic(
  written: string,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): { written: string; since: string } | undefined {
  const bases = [...knowledge.values()];
  const known = TACTICS.filter((name) => bases.some((base) => base.tactic(name)));
  const found = nearest(written.replaceAll(/[._]/g, '-'), known);
  if (found === undefined) return undefined;
  const base = bases.find((candidate) => candidate.tactic(found));
  const current = base?.tactic(found)?.shortname;
  const isOld = base && current !== undefined && current !== found;
  return { written: found, since: isOld ? `, \`${current}\` in ATT&CK ${base.version}` : '' };
}

function techniqueNamed(
  name: string,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): { id: string; name: string } | undefined {
  for (const base of knowledge.values()) {
    const id = base.techniqueNamed(name);
    const resolution = id === undefined ? undefined : base.resolve(id);
    if (!resolution || !('id' in resolution)) continue;
    return { id: resolution.id, name: base.technique(resolution.id)?.name ?? name };
  }
  return undefined;
}
