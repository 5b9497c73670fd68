import { isoDate } from '../../documents/dates.ts';
import { type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';
import { declaredTechniques, isAtlasId } from '../../mapping/declared-techniques.ts';
import type { MappingDraft, Pointer } from '../../mapping/mapping.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import type { ArmResource } from './sentinel-arm-resources.ts';
import { isGivenUp, sentinelSeverity, sentinelText } from './sentinel-fields.ts';
import { sentinelTactics } from './sentinel-tactics.ts';

/** The rule a resource of an ARM template is. */
export function armRule({ fields, pointer }: ArmResource): Omit<DetectionDraft, 'lines' | 'ordinal'> {
  const properties = fieldsOf(fields['properties']) ?? {};
  const at = [...pointer, 'properties'];
  const id = ruleId(fields);
  const title = literal(properties['displayName']) ?? id ?? 'Untitled rule';
  const description = sentinelText(literal(properties['description']));
  const severity = sentinelSeverity(properties['severity']);
  const modified = isoDate(properties['lastModifiedUtc']);
  const query = literal(properties['query']);
  const { tactics, foreign } = sentinelTactics(properties['tactics'], [...at, 'tactics']);
  const techniques = ['techniques', 'subTechniques'].flatMap((key) => textsOf(properties[key]));
  return {
    ...nothingStated(),
    format: 'sentinel-arm',
    ...(id !== undefined && { id }),
    title,
    ...(description !== undefined && { description }),
    status: isGivenUp(title) ? 'deprecated' : 'unknown',
    enabled: textOf(properties['enabled'])?.toLowerCase() !== 'false',
    ...(severity !== undefined && { severity }),
    ...(modified !== undefined && { modified }),
    language: 'kql',
    ...(query !== undefined && { query }),
    tags: [...new Set([...foreign, ...techniques.filter(isAtlasId)])],
    mappings: mappingsOf(properties, at),
    tactics,
  };
}

/** Sub-techniques stand in a list of their own; there, the techniques above them are written as the way to them. */
function mappingsOf(properties: Fields, at: Pointer): MappingDraft[] {
  const subs = declaredTechniques(properties['subTechniques'], [...at, 'subTechniques']);
  const parents = new Set(subs.map(({ id }) => id.slice(0, id.indexOf('.'))));
  const techniques = declaredTechniques(properties['techniques'], [...at, 'techniques']);
  return [
    ...techniques.map((mapping) => (parents.has(mapping.id) ? { ...mapping, path: true as const } : mapping)),
    ...subs,
  ];
}

/** The GUID a rule goes by, which stands at the end of a name that may be an expression. */
function ruleId(fields: Fields): string | undefined {
  for (const key of ['name', 'id']) {
    const guids = textOf(fields[key])?.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi);
    if (guids) return guids.at(-1);
  }
  return undefined;
}

/** A bracket at the start of a text means an expression; two mean one. */
function literal(value: unknown): string | undefined {
  return textOf(value)?.replace(/^\[\[/, '[');
}
