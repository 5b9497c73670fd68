import { type Fields, textOf } from '../../documents/fields.ts';
import type { DetectionDraft } from '../detection.ts';

/** The ATT&CK platform of a source of events; system calls are Linux's, the others come from plugins. */
const PLATFORMS = new Map([
  ['syscall', 'Linux'],
  ['k8s_audit', 'Containers'],
  ['aws_cloudtrail', 'IaaS'],
  ['gcp_auditlog', 'IaaS'],
  ['okta', 'Identity Provider'],
  ['github', 'SaaS'],
]);

/** Falco takes a rule without a source for one on system calls; the tag `container` says where they are made. */
export function falcoLogSource(
  fields: Fields,
  tags: readonly string[],
): Pick<DetectionDraft, 'logSources' | 'platforms'> {
  const source = textOf(fields['source']) ?? 'syscall';
  const platform = PLATFORMS.get(source);
  const platforms = [
    ...(platform === undefined ? [] : [platform]),
    ...(tags.includes('container') ? ['Containers'] : []),
  ];
  return { logSources: [source], platforms: [...new Set(platforms)] };
}
