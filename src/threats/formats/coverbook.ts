import { basename, extname } from 'node:path/posix';
import type { ParsedDocument } from '../../documents/document.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { readLeniently, schemaFindings } from '../../findings/schema-findings.ts';
import type { Reader, ThreatProfileDraft } from '../../readers/reader.ts';
import { threatProfileSchema } from '../schema.ts';

/** Threat profiles: YAML with a list of `actors`, each a map with an `actor`. */
export const coverbookThreats: Reader = {
  id: 'coverbook-threats',
  extensions: ['.yaml', '.yml'],

  recognises: (file) => file.documents.some(isProfile),

  read(file) {
    const threats: ThreatProfileDraft[] = [];
    const findings = file.documents.filter(isProfile).flatMap((document) => {
      const { value, issues } = readLeniently(threatProfileSchema, document.data);
      const { id, description } = value;
      threats.push({
        format: 'coverbook',
        ...(id !== undefined && { id }),
        title: value.title ?? basename(file.path, extname(file.path)),
        ...(description !== undefined && { description }),
        actors: (value.actors ?? []).map(({ actor, weight, reason }, index) => ({
          actor,
          weight,
          ...(reason !== undefined && { reason }),
          pointer: ['actors', index, 'actor'],
        })),
        procedures: [],
        techniques: [],
      });
      return schemaFindings('threats', issues, (pointer) => locateYaml(file.text, document.ordinal, pointer));
    });
    return { threats, findings };
  },

  locate: locateYaml,
};

function isProfile({ syntax, data }: ParsedDocument): boolean {
  if (syntax !== 'yaml' || typeof data !== 'object' || data === null) return false;
  const { actors } = data as Record<string, unknown>;
  return (
    Array.isArray(actors) &&
    actors.some((entry: unknown) => typeof entry === 'object' && entry !== null && 'actor' in entry)
  );
}
