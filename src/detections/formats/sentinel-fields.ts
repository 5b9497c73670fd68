import { fieldLists, type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';
import { isAtlasId } from '../../mapping/declared-techniques.ts';
import { DETECTION_SEVERITIES, type DetectionSeverity } from '../detection.ts';

/** Descriptions are block scalars that many authors put into single quotes as well; one pair of them goes. */
export function sentinelText(value: unknown): string | undefined {
  const text = textOf(value);
  const isQuoted = text !== undefined && text.length > 1 && text.startsWith("'") && text.endsWith("'");
  return isQuoted ? textOf(text.slice(1, -1)) : text;
}

export function sentinelSeverity(value: unknown): DetectionSeverity | undefined {
  const written = textOf(value)?.toLowerCase();
  return DETECTION_SEVERITIES.find((severity) => severity === written);
}

/** Content that is given up stays, with a word before its title: `[Deprecated] …`. */
export function isGivenUp(title: string | undefined): boolean {
  return /^[[(]deprecated[\])]/i.test(title ?? '');
}

/** Connectors with their tables: `AWS · AWSCloudTrail`. */
export function sentinelDataSources(content: Fields): string[] {
  const sources = fieldLists(content['requiredDataConnectors']).flatMap(({ fields }) => {
    const connector = textOf(fields['connectorId']);
    const tables = textsOf(fields['dataTypes']);
    if (connector === undefined) return tables;
    return tables.length === 0 ? [connector] : tables.map((table) => `${connector} · ${table}`);
  });
  return [...new Set(sources)];
}

/** Tags are texts or maps of one key: `DEV-0537`, `Schema: ASIMDns`. */
export function sentinelTags(content: Fields): string[] {
  const { tags } = content;
  const atlas = textsOf(content['relevantTechniques']).filter(isAtlasId);
  const list: unknown[] = Array.isArray(tags) ? tags : [tags];
  return [...new Set([...list.flatMap(tagTexts), ...atlas])];
}

function tagTexts(tag: unknown): string[] {
  const fields = fieldsOf(tag);
  if (!fields) return textsOf(textOf(tag));
  return Object.entries(fields).flatMap(([key, value]) => textsOf(value).map((text) => `${key}: ${text}`));
}

export function sentinelAuthors(content: Fields): string[] {
  return textsOf(fieldsOf(fieldsOf(content['metadata'])?.['author'])?.['name']);
}
