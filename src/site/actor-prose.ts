import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import type { ProfileProcedure } from '../threats/threat-profile.ts';
import { citedProse, type CitedSource } from './cited-prose.ts';
import { escapeHtml } from './inline-code.ts';

/** What is told of an actor in one domain, as HTML; citations numbered through all of it. */
export interface ActorProse {
  /** ATT&CK's description; absent without a full bundle. */
  description?: string;
  /** Technique id → the team's own observations first, then ATT&CK's words where a full bundle is at hand. */
  procedures: ReadonlyMap<string, readonly string[]>;
  sources: readonly CitedSource[];
}

/** @param prefix What the ids of this domain's citations start with: a page may have several domains. */
export function actorProse(
  { id, techniques }: Pick<ActorCoverage, 'id' | 'techniques'>,
  knowledge: KnowledgeBase,
  prefix = '',
): ActorProse {
  const { prose } = knowledge;
  const cited = citedProse(knowledge, prefix);
  const text = prose?.descriptions.get(id);
  const description = text === undefined ? undefined : cited.html(text);
  const procedures = new Map<string, string[]>();
  for (const { assessment, procedures: own } of techniques) {
    const told = own.flatMap(ownProcedure);
    const words = prose?.procedures.get(`${id}>${assessment.technique}`);
    if (words !== undefined) told.push(cited.html(words));
    if (told.length > 0) procedures.set(assessment.technique, told);
  }
  return { ...(description !== undefined && { description }), procedures, sources: cited.sources() };
}

/** One own observation as a line of HTML; nothing for one that says no more than the technique. */
export function ownProcedure({ text, date, reference }: ProfileProcedure): string[] {
  const parts = [text, date, reference].filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  const where = reference === undefined ? undefined : linked(reference);
  const when = date === undefined ? undefined : escapeHtml(date);
  const source = [when, where].filter((part) => part !== undefined).join(', ');
  const told = text === undefined ? 'Observed' : escapeHtml(text);
  return [`<p>${told}${source === '' ? '' : ` <span class="muted">(${source})</span>`}</p>`];
}

function linked(reference: string): string {
  const text = escapeHtml(reference);
  return /^https?:\/\//i.test(reference) && URL.canParse(reference) ? `<a href="${text}">${text}</a>` : text;
}
