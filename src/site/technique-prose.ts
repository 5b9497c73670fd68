import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { createCiter } from '../attack/prose.ts';
import { proseHtml } from './prose.ts';

/** ATT&CK's words on one technique as HTML, citations numbered through the page in reading order. */
export interface TechniqueProse {
  /** Actor id → how it uses the technique. */
  procedures: ReadonlyMap<string, string>;
  description?: string;
  /** Only in bundles before ATT&CK 18; detection strategies took its place. */
  detection?: string;
  /** Each with how it helps against this technique. */
  mitigations: { id: string; name: string; html: string }[];
  /** The numbered list of sources; absent when nothing is cited. */
  references?: string;
}

/** Undefined when the knowledge base has no prose: the config names no bundle. */
export function techniqueProse(id: string, knowledge: KnowledgeBase): TechniqueProse | undefined {
  const { prose } = knowledge;
  if (!prose) return undefined;
  const citer = createCiter(prose.citations);
  const cited = (text: string): string => proseHtml(citer.cite(text), knowledge);

  const procedures = new Map<string, string>();
  for (const actor of knowledge.usersOf(id)) {
    const text = prose.procedures.get(`${actor.id}>${id}`);
    if (text !== undefined) procedures.set(actor.id, cited(text));
  }
  const description = prose.descriptions.get(id);
  const detection = prose.detections.get(id);
  const words = {
    procedures,
    ...(description !== undefined && { description: cited(description) }),
    ...(detection !== undefined && { detection: cited(detection) }),
    mitigations: knowledge.mitigationsOf(id).flatMap(({ id: mitigation, name }) => {
      const text = prose.mitigations.get(`${mitigation}>${id}`);
      return text === undefined ? [] : [{ id: mitigation, name, html: cited(text) }];
    }),
  };
  const references = citer.list();
  return { ...words, ...(references !== '' && { references: proseHtml(references, knowledge) }) };
}
