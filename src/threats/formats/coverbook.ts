import { basename, extname } from 'node:path/posix';
import { z } from 'zod';
import type { ParsedDocument } from '../../documents/document.ts';
import { fieldLists, fieldsOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import { readLeniently, schemaFindings } from '../../findings/schema-findings.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { ProfileActorDraft, Reader, ThreatProfileDraft } from '../../readers/reader.ts';
import { actorSchema, procedureSchema, techniqueWeightSchema, threatProfileSchema } from '../schema.ts';
import { isProfile, threatFiles } from './coverbook-recognition.ts';

/**
 * The team's own threat profiles: YAML with a list of `actors` that have an `actor`, of `procedures` that have a
 * technique, or of `techniques` that have a weight.
 */
export const coverbookThreats: Reader = {
  ...threatFiles,

  read(file) {
    const profiles = file.documents.filter(isProfile);
    const findings = profiles.flatMap(({ data, ordinal }) =>
      schemaFindings('threats', readLeniently(threatProfileSchema, data).issues, (pointer) =>
        locateYaml(file.text, ordinal, pointer),
      ),
    );
    return { threats: profiles.map((document) => draftOf(document, file.path)), findings };
  },

  locate: locateYaml,
  valueSpan: yamlValueSpan,
};

function draftOf({ data, ordinal }: ParsedDocument, path: string): ThreatProfileDraft {
  const fields = fieldsOf(data) ?? {};
  const { value } = readLeniently(threatProfileSchema, {
    ...fields,
    actors: [],
    procedures: [],
    techniques: [],
  });
  const procedures = proceduresOf(fields['procedures']);
  return {
    format: 'coverbook',
    ...(value.id !== undefined && { id: value.id }),
    title: value.title ?? basename(path, extname(path)),
    ...(value.description !== undefined && { description: value.description }),
    ...(value.default === true && { default: true }),
    actors: withNamed(actorsOf(fields['actors']), procedures),
    procedures: procedures.map(({ procedure }) => procedure),
    techniques: soundItems(techniqueWeightSchema, fields['techniques']).map(({ item, index }) => ({
      mapping: declaredTechnique(item.technique, ['techniques', index, 'technique']),
      weight: item.weight,
    })),
    ...(ordinal > 0 && { ordinal }),
  };
}

function actorsOf(list: unknown): ProfileActorDraft[] {
  return soundItems(actorSchema, list).map(({ item: { actor, weight, reason, own }, index }) => ({
    actor,
    weight,
    ...(reason !== undefined && { reason }),
    ...(own === true && { own }),
    pointer: ['actors', index, 'actor'],
  }));
}

interface PlacedProcedure {
  procedure: ThreatProfileDraft['procedures'][number];
  index: number;
}

/** One for each technique of each entry. */
function proceduresOf(list: unknown): PlacedProcedure[] {
  return soundItems(procedureSchema, list).flatMap(({ item, index }) => {
    const { technique, techniques = [], actor, text, reference, date, weight } = item;
    const mappings = [
      ...(technique === undefined ? [] : [declaredTechnique(technique, ['procedures', index, 'technique'])]),
      ...techniques.map((id, at) => declaredTechnique(id, ['procedures', index, 'techniques', at])),
    ];
    return mappings.map((mapping) => ({
      index,
      procedure: {
        mapping,
        ...(actor !== undefined && { actor }),
        ...(text !== undefined && { text }),
        ...(reference !== undefined && { reference }),
        ...(date !== undefined && { date }),
        ...(weight !== undefined && { weight }),
      },
    }));
  });
}

/** Whoever did something belongs to the profile, with weight 1 where `actors` does not list it. */
function withNamed(listed: ProfileActorDraft[], procedures: readonly PlacedProcedure[]): ProfileActorDraft[] {
  const names = new Set(listed.map(({ actor }) => actor.toLowerCase()));
  const named = procedures.flatMap(({ procedure: { actor }, index }) => {
    if (actor === undefined || names.has(actor.toLowerCase())) return [];
    names.add(actor.toLowerCase());
    return { actor, weight: 1, pointer: ['procedures', index, 'actor'] };
  });
  return [...listed, ...named];
}

/** The items of a list that can be read, each with its place as written. */
function soundItems<S extends z.ZodObject>(schema: S, list: unknown): { item: z.output<S>; index: number }[] {
  const one = z.object({ items: z.array(schema) });
  return fieldLists(list).flatMap(({ fields, index }) => {
    const [item] = readLeniently(one, { items: [fields] }).value.items ?? [];
    return item === undefined ? [] : [{ item, index }];
  });
}
