import { basename, extname } from 'node:path/posix';
import { fieldLists, fieldsOf, textOf, type Fields } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import { declaredTechniques } from '../../mapping/declared-techniques.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { Reader, ThreatProfileDraft } from '../../readers/reader.ts';

/**
 * DeTT&CT's group administration: groups and campaigns of a team's own, each with the techniques it uses and, where
 * the file says, how much each matters. A group of a campaign is an actor `group (campaign)`. Disabled groups are out,
 * and so is the software of a group: DeTT&CT shows what it can do and does not count it as done.
 * @see https://github.com/rabobank-cdc/DeTTECT/wiki/Groups-administration
 */
export const dettectGroups: Reader = {
  id: 'dettect-groups',
  extensions: ['.yaml', '.yml'],

  recognises: ({ documents }) => documents.some(({ data }) => isGroups(data)),

  read: ({ documents, path }) => ({
    threats: documents
      .filter(({ data }) => isGroups(data))
      .map(({ data, ordinal }) => draftOf(fieldsOf(data) ?? {}, ordinal, basename(path, extname(path)))),
  }),

  locate: locateYaml,
  valueSpan: yamlValueSpan,
};

function isGroups(data: unknown): boolean {
  return textOf(fieldsOf(data)?.['file_type']) === 'group-administration';
}

function draftOf(fields: Fields, ordinal: number, stem: string): ThreatProfileDraft {
  const groups = fieldLists(fields['groups']).filter(({ fields: group }) => group['enabled'] !== false);
  return {
    format: 'dettect-groups',
    title: textOf(fields['name']) ?? stem,
    actors: groups.flatMap(({ fields: group, index }) => {
      const actor = nameOf(group);
      return actor === undefined
        ? []
        : [
            {
              actor,
              weight: 1,
              own: true as const,
              names: [actor],
              pointer: ['groups', index, 'group_name'],
            },
          ];
    }),
    procedures: groups.flatMap(({ fields: group, index }) => {
      const actor = nameOf(group);
      return scoredTechniques(group['technique_id'], ['groups', index, 'technique_id']).map((procedure) => ({
        ...procedure,
        ...(actor !== undefined && { actor }),
      }));
    }),
    techniques: [],
    ...(ordinal > 0 && { ordinal }),
  };
}

function nameOf(group: Fields): string | undefined {
  const name = textOf(group['group_name']);
  const campaign = textOf(group['campaign']);
  return name === undefined || campaign === undefined ? (name ?? campaign) : `${name} (${campaign})`;
}

/** A list of techniques, or a map of each to its score; one scored 0 or less does not count. */
function scoredTechniques(value: unknown, pointer: Pointer): ThreatProfileDraft['procedures'] {
  const scores = fieldsOf(value);
  if (!scores) return declaredTechniques(value, pointer).map((mapping) => ({ mapping }));
  return Object.entries(scores).flatMap(([id, score]) => {
    const mapping = declaredTechnique(id, [...pointer, id]);
    if (typeof score !== 'number' || !Number.isFinite(score)) return [{ mapping }];
    return score > 0 ? [{ mapping, weight: score }] : [];
  });
}
