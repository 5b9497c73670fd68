import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { createCiter } from '../attack/prose.ts';
import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import type { ProfileProcedure } from '../threats/threat-profile.ts';
import { escapeHtml } from './inline-code.ts';
import { proseHtml } from './prose.ts';

/**
 * How an actor uses each technique, as HTML by technique id: the team's own observations first, then ATT&CK's words
 * where a full bundle is at hand. `references` is the numbered list of what those cite.
 */
export function actorProcedures(
  { id, techniques }: Pick<ActorCoverage, 'id' | 'techniques'>,
  knowledge: KnowledgeBase,
): { procedures: Map<string, string[]>; references?: string } {
  const { prose } = knowledge;
  const citer = createCiter(prose?.citations ?? new Map());
  const procedures = new Map<string, string[]>();
  for (const { assessment, procedures: own } of techniques) {
    const told = own.flatMap(ownProcedure);
    const text = prose?.procedures.get(`${id}>${assessment.technique}`);
    if (text !== undefined) told.push(proseHtml(citer.cite(text), knowledge));
    if (told.length > 0) procedures.set(assessment.technique, told);
  }
  const references = citer.list();
  return { procedures, ...(references !== '' && { references: proseHtml(references, knowledge) }) };
}

/** ATT&CK's description of an actor as HTML; undefined without a full bundle. */
export function actorDescription(id: string, knowledge: KnowledgeBase): string | undefined {
  const text = knowledge.prose?.descriptions.get(id);
  if (!knowledge.prose || text === undefined) return undefined;
  const citer = createCiter(knowledge.prose.citations);
  const cited = citer.cite(text);
  return proseHtml(`${cited}\n\n${citer.list()}`, knowledge);
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
