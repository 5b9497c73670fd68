import { parentId } from '../attack/ids.ts';
import { likeWritten } from './like-written.ts';
import type { Mapping } from './mapping.ts';
import { techniqueTrees, type TechniqueTree } from './technique-trees.ts';

/** What an item should say in place of a mapping's `written`, so that it names the active id. */
export interface Rewrite {
  mapping: Mapping;
  /** For `written` without the blanks around it, and in its manner. */
  text: string;
}

/** A mapping whose id is out of date and that nobody but its author can put right. */
export interface Refusal {
  mapping: Mapping;
  /** Why, and what to do: a clause without a full stop. */
  reason: string;
}

export interface Rewriting {
  rewrites: Rewrite[];
  refusals: Refusal[];
}

/**
 * How an item that declares revoked or deprecated ids would declare their successors, without a change of what it
 * says: no technique twice under one tactic, and sub-techniques under the technique they belong to.
 *
 * @param hindrance Why a mapping cannot be rewritten where it stands, for whoever knows the text.
 */
export function rewriting(
  mappings: readonly Mapping[],
  hindrance: (mapping: Mapping) => string | undefined = () => undefined,
): Rewriting {
  const declared = mappings.filter(({ provenance }) => provenance === 'declared');
  const outdated = declared.filter(({ state }) => state === 'revoked' || state === 'deprecated');
  const refused = new Map<Mapping, string>();
  for (const mapping of outdated) refuse(refused, [mapping], ownReason(mapping) ?? hindrance(mapping));
  const trees = techniqueTrees(declared);
  for (const tree of trees) refuse(refused, outdatedOf(tree), treeReason(tree));
  const taken = new Set(declared.filter(({ state }) => state === 'active').map(placeOf));
  for (const mapping of outdated) {
    if (refused.has(mapping)) continue;
    const place = placeOf(mapping);
    if (taken.has(place)) refuse(refused, [mapping], secondMention(mapping));
    taken.add(place);
  }
  // A tree is rewritten whole or not at all.
  for (const tree of trees) {
    const hindered = outdatedOf(tree).find((mapping) => refused.has(mapping));
    if (hindered) refuse(refused, outdatedOf(tree), `it stands with \`${hindered.id}\`, which stays`);
  }
  return {
    rewrites: outdated.flatMap((mapping) => {
      const text = textFor(mapping);
      return refused.has(mapping) || text === undefined ? [] : [{ mapping, text }];
    }),
    refusals: outdated.flatMap((mapping) => {
      const reason = refused.get(mapping);
      return reason === undefined ? [] : [{ mapping, reason }];
    }),
  };
}

/** The first reason is the one that is told. */
function refuse(
  refused: Map<Mapping, string>,
  mappings: readonly Mapping[],
  reason: string | undefined,
): void {
  if (reason === undefined) return;
  for (const mapping of mappings) if (!refused.has(mapping)) refused.set(mapping, reason);
}

function ownReason(mapping: Mapping): string | undefined {
  const { state, choices, written } = mapping;
  if (state === 'deprecated')
    return 'ATT&CK names no successor; map to the active technique that describes the behaviour';
  if (choices) return `ATT&CK names several successors, ${list(choices)}; choose one by hand`;
  if (textFor(mapping) === undefined) return `\`${written.trim()}\` is not the id alone; change it by hand`;
  return undefined;
}

function textFor({ written, id, resolved }: Mapping): string | undefined {
  return resolved === undefined ? undefined : likeWritten(written.trim(), id, resolved);
}

/** The id a mapping would have afterwards, if it were up to it alone. */
function idAfter({ state, id, resolved, choices }: Mapping): string {
  return state === 'revoked' && !choices ? (resolved ?? id) : id;
}

function treeReason({ technique, subtechniques }: TechniqueTree): string | undefined {
  const parent = idAfter(technique);
  const stray = subtechniques.find((mapping) => parentId(idAfter(mapping)) !== parent);
  if (!stray) return undefined;
  const [was, is] = [stray.id, idAfter(stray)];
  return `\`${was}\` under \`${technique.id}\` would be \`${is}\` under \`${parent}\`, where it does not belong; move it by hand`;
}

function outdatedOf({ technique, subtechniques }: TechniqueTree): Mapping[] {
  return [technique, ...subtechniques].filter(({ state }) => state === 'revoked' || state === 'deprecated');
}

/** A technique may well stand under two tactics. */
function placeOf({ id, resolved = id, tactic = '' }: Mapping): string {
  return `${resolved} ${tactic}`;
}

function secondMention({ written, resolved = '' }: Mapping): string {
  return `the item already names \`${resolved}\`, or will; delete \`${written.trim()}\` by hand`;
}

function list(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(', ');
}
