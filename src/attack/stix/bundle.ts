import { gunzipSync } from 'node:zlib';
import { AttackError } from '../attack-error.ts';
import { stixSchemas, type Stix, type StixCommon, type StixType } from './objects.ts';

/** The objects of a bundle that could be read, by type, in the order of the bundle. */
export type StixObjects = { [T in StixType]: Stix<T>[] };

/** The objects that have a description, references and most often an ATT&CK id, of every type. */
export function describedObjects(objects: StixObjects): StixCommon[] {
  const types = Object.keys(objects) as StixType[];
  return types.flatMap((type): StixCommon[] =>
    type === 'relationship' || type === 'x-mitre-collection' ? [] : objects[type],
  );
}

/** How many broken objects are told one by one; a damaged file may hold thousands. */
const MAX_WARNINGS = 20;

const HINT =
  'Expected a STIX 2.0 or 2.1 bundle as MITRE publishes it, for example enterprise-attack.json of mitre-attack/attack-stix-data.';

/**
 * Unpacks (gzip is told by its first two bytes), parses and checks a STIX bundle.
 * Objects of other types are passed over; a broken one is left out with a warning.
 *
 * @throws AttackError when it is no bundle, saying what it is instead.
 */
export function parseBundle(bytes: Uint8Array): { objects: StixObjects; warnings: string[] } {
  const content = parseJson(unpack(bytes));
  if (!isRecord(content) || content['type'] !== 'bundle' || !Array.isArray(content['objects'])) {
    throw new AttackError(`This is ${describe(content)}, not a STIX bundle with objects.`, HINT);
  }
  const objects = Object.fromEntries(
    Object.keys(stixSchemas).map((type) => [type, []]),
  ) as unknown as StixObjects;
  const warnings: string[] = [];
  for (const [index, object] of (content['objects'] as unknown[]).entries()) {
    const type = isRecord(object) ? object['type'] : undefined;
    if (typeof type !== 'string') {
      warnings.push(`Object ${index} of the bundle is ${describe(object)} without a type; it is left out.`);
      continue;
    }
    if (!isKnown(type)) continue;
    const result = stixSchemas[type].safeParse(object);
    if (result.success) {
      (objects[type] as unknown[]).push(result.data);
      continue;
    }
    const issue = result.error.issues[0];
    const id = (object as Record<string, unknown>)['id'];
    const name = typeof id === 'string' ? id : `${type}, object ${index}`;
    warnings.push(
      `\`${name}\` is left out: \`${issue?.path.join('.') ?? ''}\`: ${issue?.message ?? 'unreadable'}.`,
    );
  }
  return { objects, warnings: shorten(warnings) };
}

/** Bytes: five times the largest bundle of ATT&CK. A small file that unpacks to more was made to fill the memory. */
const LARGEST = 256 * 1024 * 1024;

function unpack(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new AttackError('This is an empty file, not a STIX bundle.', HINT);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      isGzip ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes,
    );
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new AttackError(
        `This gzip file unpacks to more than ${LARGEST / 1024 / 1024} MiB: no bundle of ATT&CK is nearly as large.`,
        HINT,
        { cause },
      );
    throw new AttackError(
      isGzip ? 'This is a gzip file that cannot be unpacked.' : 'This is a binary file, not a STIX bundle.',
      isGzip ? 'It was probably cut short: fetch it again.' : HINT,
      { cause },
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const start = text.trimStart();
    if (/^<(?:!doctype|html)/i.test(start)) {
      throw new AttackError(
        'This is a web page, not a STIX bundle.',
        'On GitHub, use the address of the raw file.',
        {
          cause,
        },
      );
    }
    if (start.startsWith('version https://git-lfs')) {
      throw new AttackError(
        'This is a Git LFS pointer, not a STIX bundle.',
        'Fetch the file with `git lfs pull`.',
        {
          cause,
        },
      );
    }
    throw new AttackError(
      `This is ${/^[{[]/.test(start) ? 'damaged JSON' : 'text that is not JSON'}: ${(cause as Error).message}`,
      HINT,
      { cause },
    );
  }
}

function shorten(warnings: string[]): string[] {
  if (warnings.length <= MAX_WARNINGS) return warnings;
  return [
    ...warnings.slice(0, MAX_WARNINGS),
    `${warnings.length - MAX_WARNINGS} further objects are left out.`,
  ];
}

function isKnown(type: string): type is StixType {
  return Object.hasOwn(stixSchemas, type);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === null) return 'JSON null';
  if (Array.isArray(value)) return 'a JSON list';
  if (!isRecord(value)) return `a JSON ${typeof value}`;
  if (value['type'] === 'bundle') return 'an empty STIX bundle';
  if (Array.isArray(value['techniques']) && value['versions']) return 'an ATT&CK Navigator layer';
  return typeof value['type'] === 'string' ? `a JSON object of type \`${value['type']}\`` : 'a JSON object';
}
