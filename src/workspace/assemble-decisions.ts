import { basename } from 'node:path';
import type { Pointer } from '../mapping/mapping.ts';
import { declaredTechnique } from '../mapping/technique-mapping.ts';
import { resolveMapping } from '../mapping/resolve.ts';
import { checkDecisions, type PlacedDecision } from '../scope/check.ts';
import type { Decision, DecisionDraft } from '../scope/decision.ts';
import type { Ingredients } from './assemble.ts';
import { checkPlatforms } from './check-platforms.ts';
import { CONFIG_SOURCE } from './config-source.ts';
import { mappingFindings } from './mapping-findings.ts';
import type { PendingFinding } from './pending-finding.ts';

/**
 * The team's decisions: those of the config first, then those of files of deployed sources; what a library says is
 * not the team's word. Adds what is wrong with them and with the
 * platforms of the config to `pending`.
 *
 * @param now ISO date reviews are held against.
 */
export function assembleDecisions(
  ingredients: Ingredients,
  now: string,
  pending: PendingFinding[],
): Decision[] {
  const placed = [...ofConfig(ingredients), ...ofFiles(ingredients)];
  for (const { source, decision, ordinal } of placed) {
    const { path, mappings } = decision;
    pending.push(...mappingFindings({ source, path, mappings, tactics: [] }, ordinal, ingredients));
  }
  pending.push(...checkDecisions(placed, now), ...checkPlatforms(ingredients));
  return placed.map(({ decision }) => decision);
}

function ofConfig({ config, knowledge }: Ingredients): PlacedDecision[] {
  return config.scope.decisions.map((decision, index) => {
    const pointer: Pointer = ['scope', 'decisions', index];
    return {
      decision: {
        ...stated(decision),
        mappings: decision.techniques.map((id, at) =>
          resolveMapping(declaredTechnique(id, [...pointer, 'techniques', at]), knowledge),
        ),
        path: basename(config.file),
      },
      source: CONFIG_SOURCE,
      ordinal: 0,
      pointer,
    };
  });
}

function ofFiles({ knowledge, sources }: Ingredients): PlacedDecision[] {
  const own = sources.filter(({ source }) => source.spec.role === 'deployed');
  return own.flatMap(({ source, contents }) =>
    contents.flatMap(({ file, content }) =>
      (content.decisions ?? []).map(({ techniques, ordinal, pointer, ...draft }): PlacedDecision => {
        const permalink = source.permalink(file.path);
        const decision: Decision = {
          ...stated(draft),
          mappings: techniques.map((mapping) => resolveMapping(mapping, knowledge)),
          source: source.spec.name,
          path: file.path,
          ...(permalink !== undefined && { permalink }),
        };
        return { decision, source: source.spec.name, ordinal, pointer };
      }),
    ),
  );
}

interface Stated extends Pick<DecisionDraft, 'state' | 'reason'> {
  owner?: string | undefined;
  decided?: string | undefined;
  review?: string | undefined;
}

function stated({ state, reason, owner, decided, review }: Stated): Omit<Decision, 'mappings' | 'path'> {
  return {
    state,
    reason,
    ...(owner !== undefined && { owner }),
    ...(decided !== undefined && { decided }),
    ...(review !== undefined && { review }),
  };
}
