import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { NamedTechnique } from './version-impact.ts';

/** A technique with its full name: `Impair Defenses: Disable or Modify Tools`; the id alone where nobody knows it. */
export function named(id: string, base: KnowledgeBase): NamedTechnique {
  const technique = base.technique(id);
  const parent = technique?.parent === undefined ? undefined : base.technique(technique.parent);
  const name = technique?.name ?? id;
  return { id, name: parent ? `${parent.name}: ${name}` : name };
}

/** Names of tactics by their shortnames; a shortname the version does not know is its own name. */
export function tacticNames(shortnames: readonly string[], base: KnowledgeBase): string[] {
  return shortnames.map(
    (shortname) => base.tactics.find((one) => one.shortname === shortname)?.name ?? shortname,
  );
}
