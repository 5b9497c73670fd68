import { type Fields, textsOf } from '../../documents/fields.ts';
import type { DetectionDraft } from '../detection.ts';

/** Log types and resource types begin with a product; these have an ATT&CK platform of their own. */
const PLATFORMS = new Map([
  ['aws', 'IaaS'],
  ['gcp', 'IaaS'],
  ['amazon', 'Containers'],
  ['kubernetes', 'Containers'],
  ['okta', 'Identity Provider'],
  ['onelogin', 'Identity Provider'],
  ['auth0', 'Identity Provider'],
  ['duo', 'Identity Provider'],
  ['gsuite', 'Office Suite'],
  ['microsoft365', 'Office Suite'],
  ['github', 'SaaS'],
  ['gitlab', 'SaaS'],
  ['slack', 'SaaS'],
  ['salesforce', 'SaaS'],
  ['atlassian', 'SaaS'],
  ['zendesk', 'SaaS'],
  ['box', 'SaaS'],
  ['dropbox', 'SaaS'],
  ['zoom', 'SaaS'],
]);

/** What a detection looks at, and the platforms that stands for. `Amazon.EKS` is Kubernetes. */
export function pantherLogSource(fields: Fields): Pick<DetectionDraft, 'logSources' | 'platforms'> {
  const types = [...textsOf(fields['LogTypes']), ...textsOf(fields['ResourceTypes'])];
  const queries = textsOf(fields['ScheduledQueries']).map((name) => `scheduled query ${name}`);
  const platforms = types.flatMap((type) => PLATFORMS.get(type.split('.')[0]?.toLowerCase() ?? '') ?? []);
  return { logSources: [...new Set([...types, ...queries])], platforms: [...new Set(platforms)] };
}
