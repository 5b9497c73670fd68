import type { Domain } from '../attack/domain.ts';
import { idsInProse } from '../attack/ids.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Mapping } from './mapping.ts';
import { resolveMapping } from './resolve.ts';

/** `/techniques/T1059/001/`, of any version of the site, and the wiki's `/Technique/T1063` before 2018. */
const URL = /\/(?:techniques|Technique)\/(T\d{4})(?:\/(\d{3}))?/g;

/**
 * Techniques a prose names by id or by the address of their page: what its author may have meant. Only ids the
 * knowledge bases know, each once, in the order they stand. Never evidence.
 */
export function inferMappings(
  texts: readonly string[],
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): Mapping[] {
  const found = new Map<string, Mapping>();
  for (const text of texts) {
    const fromUrls = [...text.matchAll(URL)].map(([written, technique = '', sub]) => ({
      written,
      id: sub === undefined ? technique : `${technique}.${sub}`,
    }));
    const fromProse = idsInProse(text)
      .filter(({ kind }) => kind === 'technique')
      .map(({ id, start, end }) => ({ written: text.slice(start, end), id }));
    for (const { written, id } of [...fromUrls, ...fromProse]) {
      if (found.has(id)) continue;
      const mapping = resolveMapping({ written, id, provenance: 'inferred', pointer: [] }, knowledge);
      if (mapping.state === 'active' || mapping.state === 'revoked') found.set(id, mapping);
    }
  }
  return [...found.values()];
}
