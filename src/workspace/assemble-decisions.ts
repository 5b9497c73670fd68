import { declaredTechnique } from '../mapping/technique-mapping.ts';
import { resolveMapping } from '../mapping/resolve.ts';
import { basename } from 'node:path';
import type { Decision } from '../scope/decision.ts';
import type { Ingredients } from './assemble.ts';
import { mappingFindings } from './mapping-findings.ts';
import type { PendingFinding } from './pending-finding.ts';

/** The team's decisions: those of the config first, then those of files. */
export function assembleDecisions(ingredients: Ingredients, pending: PendingFinding[]): Decision[] {
  const { config, knowledge, sources } = ingredients;
  const ofConfig = config.scope.decisions.map(({ techniques, state, reason, owner, decided, review }) => ({
    state,
    reason,
    ...(owner !== undefined && { owner }),
    ...(decided !== undefined && { decided }),
    ...(review !== undefined && { review }),
    mappings: techniques.map((id) => resolveMapping(declaredTechnique(id, []), knowledge)),
    path: basename(config.file),
  }));
  const ofFiles = sources.flatMap(({ source, contents }) =>
    contents.flatMap(({ file, content }) =>
      (content.decisions ?? []).map(({ techniques, state, reason, owner, decided, review }): Decision => {
        const mappings = techniques.map((mapping) => resolveMapping(mapping, knowledge));
        const place = { source: source.spec.name, path: file.path };
        pending.push(...mappingFindings({ ...place, mappings, tactics: [] }, 0, ingredients));
        const permalink = source.permalink(file.path);
        return {
          state,
          reason,
          ...(owner !== undefined && { owner }),
          ...(decided !== undefined && { decided }),
          ...(review !== undefined && { review }),
          mappings,
          ...place,
          ...(permalink !== undefined && { permalink }),
        };
      }),
    ),
  );
  return [...ofConfig, ...ofFiles];
}
