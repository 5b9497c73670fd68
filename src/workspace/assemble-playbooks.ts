import type { Detection } from '../detections/detection.ts';
import { mappingFindings } from './mapping-findings.ts';
import { inferMappings } from '../mapping/infer.ts';
import { resolveMapping, resolveTactic } from '../mapping/resolve.ts';
import { currency } from '../playbooks/currency.ts';
import { joinCompanions } from '../playbooks/join-companions.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { Ingredients } from './assemble.ts';
import type { PendingFinding } from './pending-finding.ts';
import { place } from './place.ts';
import { unknownActors, unknownDetections } from './references.ts';
import { slugs } from './slugs.ts';

/** Places and resolves the playbooks of all sources; sorted by key. Adds what is wrong to `pending`. */
export function assemblePlaybooks(
  ingredients: Ingredients,
  now: string,
  detections: readonly Detection[],
  pending: PendingFinding[],
): Playbook[] {
  const { config, knowledge, sources } = ingredients;
  const found = sources.flatMap((source) => {
    const { completed, alone } = joinCompanions(source.contents);
    pending.push(...alone.map((path) => aloneFinding(source.source.spec.name, path)));
    return source.contents.flatMap(({ file, content }) =>
      (completed.get(file.path) ?? content.playbooks).map((draft, ordinal) => ({
        source,
        file,
        draft,
        ordinal,
      })),
    );
  });
  const named = slugs(
    found.map(({ source, file, ordinal }) => ({ source: source.source.spec.name, path: file.path, ordinal })),
    new Set(detections.map(({ key }) => key)),
  );
  const playbooks = found.map(({ source, file, draft }, index): Playbook => {
    const placement = place(source, file, named[index] ?? '');
    const playbook: Playbook = {
      ...draft,
      ...placement,
      kind: 'playbook',
      mappings: draft.mappings.map((mapping) => resolveMapping(mapping, knowledge)),
      tactics: draft.tactics.map((tactic) => resolveTactic(tactic, knowledge)),
      inferred:
        draft.mappings.length > 0
          ? []
          : inferMappings([draft.title, draft.hypothesis ?? '', draft.body, ...draft.references], knowledge),
      ...(placement.role === 'library'
        ? { current: false, currentNot: 'library source' }
        : currency(draft, now, config.coverage.playbookWindow, placement.history?.last.slice(0, 10))),
    };
    pending.push(...mappingFindings(playbook, 0, ingredients));
    pending.push(...unknownDetections(playbook, playbook.detections, ['detections'], detections, 'playbook'));
    pending.push(...unknownActors(playbook, knowledge));
    return playbook;
  });
  return playbooks.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function aloneFinding(source: string, path: string): PendingFinding {
  return {
    finding: {
      rule: 'otrf/no-hunt',
      severity: 'note',
      message: 'Unexpected notebook without a hunt, expected its `metadata.yaml` in the same directory',
      hint: 'Add the file that describes the hunt; until then the analytics of the notebook belong to nothing.',
      source,
      path,
    },
    at: { ordinal: 0, pointer: [] },
  };
}
