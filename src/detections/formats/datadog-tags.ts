import { textOf } from '../../documents/fields.ts';
import { tacticShortname } from '../../mapping/tactic-names.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { DetectionDraft } from '../detection.ts';

/**
 * Sorts the tags of a rule of Datadog. `technique:T1110-brute-force` and `tactic:TA0006-credential-access` map it,
 * `source:cloudtrail` says where it looks, the rest stays as it is.
 *
 * @param at Where the list of tags stands.
 */
export function datadogTags(
  tags: unknown,
  at: Pointer,
): Pick<DetectionDraft, 'mappings' | 'tactics' | 'logSources' | 'tags'> {
  const read: ReturnType<typeof datadogTags> = { mappings: [], tactics: [], logSources: [], tags: [] };
  for (const [index, item] of (Array.isArray(tags) ? tags : []).entries()) {
    const written = textOf(item);
    if (written === undefined) continue;
    const [key, value] = split(written);
    const pointer = [...at, index];
    if (key === 'technique' && value !== '' && !/^aml\./i.test(value)) {
      // Without an id the value may be the technique's name, written as a tag has to be.
      const { id, ...mapping } = declaredTechnique(value, pointer);
      read.mappings.push({ ...mapping, written, id: id === value ? value.replaceAll('-', ' ') : id });
    } else if (key === 'tactic' && (/^ta\d{4}\b/i.test(value) || tacticShortname(value) !== undefined))
      read.tactics.push({ written: value, pointer });
    else if (key === 'source' && value !== '') read.logSources.push(value);
    else read.tags.push(written);
  }
  return read;
}

function split(tag: string): [key: string, value: string] {
  const colon = tag.indexOf(':');
  return colon === -1 ? ['', tag] : [tag.slice(0, colon).trim().toLowerCase(), tag.slice(colon + 1).trim()];
}
