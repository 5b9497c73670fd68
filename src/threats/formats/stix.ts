import { basename, extname } from 'node:path/posix';
import { fieldLists, fieldsOf } from '../../documents/fields.ts';
import { locateJson } from '../../documents/locate-json.ts';
import type { Reader, ThreatProfileDraft } from '../../readers/reader.ts';
import { stixFindings } from './stix-findings.ts';
import { isAttackBundle, readStixObjects } from './stix-objects.ts';
import { stixProfile } from './stix-profile.ts';

/**
 * Bundles of STIX 2.0 and 2.1 objects that say who uses which technique of ATT&CK.
 * @see https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html
 */
export const stix: Reader = {
  id: 'stix',
  extensions: ['.json'],

  recognises: ({ documents }) => documents.some(({ data }) => isBundle(data)),

  read({ documents, path, text }) {
    const bundles = documents.filter(({ data }) => isBundle(data));
    const own = bundles.filter(({ data }) => !isAttackBundle(fieldLists(fieldsOf(data)?.['objects'])));
    if (own.length === 0) return { ignored: 'that are ATT&CK bundles' };
    const threats = own.flatMap(({ data, ordinal }): ThreatProfileDraft[] => {
      const objects = readStixObjects(fieldsOf(data)?.['objects']);
      const profile = stixProfile(objects, basename(path, extname(path)));
      const findings = stixFindings(objects, (pointer) => locateJson(text, ordinal, pointer));
      const { actors, procedures } = profile;
      if (actors.length + procedures.length + findings.length === 0) return [];
      return [{ ...profile, ...(ordinal > 0 && { ordinal }), ...(findings.length > 0 && { findings }) }];
    });
    return threats.length > 0
      ? { threats }
      : { ignored: 'that are STIX bundles without actors or techniques' };
  },

  locate: locateJson,
};

function isBundle(data: unknown): boolean {
  const fields = fieldsOf(data);
  return (
    fields?.['type'] === 'bundle' && (Array.isArray(fields['objects']) || typeof fields['id'] === 'string')
  );
}
