import { DOMAINS, domainId, type Domain } from '../../attack/domain.ts';
import { fieldLists, fieldsOf, textOf, textsOf, type Fields } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { dayOfTime } from '../../documents/times.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import type { CollectedLogDraft } from '../collected-log.ts';
import { dataQuality, isWithoutQuality } from './dettect-quality.ts';

const FILE_TYPE = 'data-source-administration';

/**
 * DeTT&CT's data source administration: which data components a team has for which of its systems. One counts as
 * collected when it says that it is available for analytics and since when it is connected, and not all five scores
 * of its quality are 0, which DeTT&CT itself takes for not available.
 *
 * Versions 1.0 (one entry a data source, one platform a file) and 1.1 (entries for groups of systems, each with
 * platforms of its own).
 */
export const dettectDataSources: Reader = {
  id: 'dettect-data-sources',
  extensions: ['.yaml', '.yml'],

  recognises: ({ documents }) => documents.some(({ data }) => isAdministration(data)),

  read({ documents, text }) {
    const document = documents.find(({ data }) => isAdministration(data));
    const administration = fieldsOf(document?.data);
    if (!document || !administration) return {};
    const { ordinal } = document;
    const findings: FileFinding[] = [];
    const connected = entriesOf(administration).filter(({ fields }) => isConnected(fields));
    const visibility = connected.map(({ name, fields, pointer }): CollectedLogDraft => {
      const quality = dataQuality(fields);
      if (quality === 'unreadable') {
        const range = locateYaml(text, ordinal, [...pointer, 'data_quality']);
        findings.push({ ...unreadableQuality(name.written), ...(range && { range }) });
      }
      return logOf(
        name,
        fields,
        platformsOf(administration, fields),
        domainOf(administration),
        quality,
        ordinal,
      );
    });
    if (visibility.length > 0) return { visibility, findings };
    const range = locateYaml(text, ordinal, ['data_sources']);
    return {
      findings: [{ ...NOTHING_COLLECTED, ...(range && { range }) }],
      ignored: 'that are DeTT&CT data source administrations with nothing connected',
    };
  },

  locate: locateYaml,
};

const NOTHING_COLLECTED = {
  rule: 'visibility/nothing-collected',
  severity: 'note',
  message: 'Unexpected administration without a connected data source, expected at least one',
  hint: 'Set `available_for_data_analytics` and `date_connected` of what you collect; until then it says nothing.',
} as const satisfies FileFinding;

interface Entry {
  name: { written: string; pointer: Pointer };
  fields: Fields;
  pointer: Pointer;
}

function isAdministration(data: unknown): boolean {
  return textOf(fieldsOf(data)?.['file_type']) === FILE_TYPE;
}

function entriesOf({ data_sources: sources }: Fields): Entry[] {
  return fieldLists(sources).flatMap(({ fields, index }): Entry[] => {
    const written = textOf(fields['data_source_name']);
    if (written === undefined) return [];
    const pointer = ['data_sources', index];
    const name = { written, pointer: [...pointer, 'data_source_name'] };
    const nested = fields['data_source'];
    if (nested === undefined) return [{ name, fields, pointer }];
    return fieldLists(Array.isArray(nested) ? nested : [nested]).map((entry) => ({
      name,
      fields: entry.fields,
      pointer: [...pointer, 'data_source', ...(Array.isArray(nested) ? [entry.index] : [])],
    }));
  });
}

function isConnected(fields: Fields): boolean {
  const isAvailable = textOf(fields['available_for_data_analytics'])?.toLowerCase() === 'true';
  return isAvailable && textOf(fields['date_connected']) !== undefined && !isWithoutQuality(fields);
}

function logOf(
  { written, pointer }: Entry['name'],
  fields: Fields,
  platforms: string[],
  domain: Domain | undefined,
  quality: ReturnType<typeof dataQuality>,
  ordinal: number,
): CollectedLogDraft {
  const products = textsOf(fields['products']).filter((product) => product !== 'None');
  const since = dayOfTime(fields['date_connected']);
  const notes = textOf(fields['comment']);
  return {
    dataComponent: written,
    ...(products.length > 0 && { logSource: products.join(', ') }),
    platforms,
    ...(domain && { domains: [domain] }),
    ...(typeof quality === 'number' && { quality }),
    ...(since !== undefined && { since }),
    ...(notes !== undefined && { notes }),
    ordinal,
    pointer,
  };
}

/** Of the systems the entry is for; none where one of them runs on all, or says nothing of it. */
function platformsOf({ platform, systems }: Fields, { applicable_to: applicable }: Fields): string[] {
  if (systems === undefined) return unlessAll(textsOf(platform));
  const wanted = new Set(textsOf(applicable).map((name) => name.toLowerCase()));
  const meant = fieldLists(systems).filter(
    ({ fields }) =>
      wanted.size === 0 ||
      wanted.has('all') ||
      wanted.has(textOf(fields['applicable_to'])?.toLowerCase() ?? ''),
  );
  return unlessAll(meant.flatMap(({ fields }) => textsOf(fields['platform'])));
}

function unlessAll(platforms: readonly string[]): string[] {
  return platforms.some((platform) => platform.toLowerCase() === 'all') ? [] : [...new Set(platforms)];
}

/** Files before domains came (1.0) are about the enterprise. */
function domainOf({ domain }: Fields): Domain | undefined {
  const written = textOf(domain);
  return written === undefined ? 'enterprise' : DOMAINS.find((known) => domainId(known) === written);
}

function unreadableQuality(name: string): FileFinding {
  return {
    rule: 'visibility/invalid-quality',
    severity: 'warning',
    message: `Unexpected data quality of \`${name}\`, expected five whole numbers from 0 to 5`,
    hint: 'Correct the scores; until then its quality reads as not judged.',
  };
}
