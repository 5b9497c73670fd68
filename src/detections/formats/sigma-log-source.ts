import { fieldsOf, textOf } from '../../documents/fields.ts';

/** Products with an ATT&CK platform of their own; a rule for any other product states none. */
const PLATFORMS = new Map([
  ['windows', 'Windows'],
  ['linux', 'Linux'],
  ['macos', 'macOS'],
  ['aws', 'IaaS'],
  ['gcp', 'IaaS'],
  ['m365', 'Office Suite'],
  ['okta', 'Identity Provider'],
  ['onelogin', 'Identity Provider'],
  ['github', 'SaaS'],
  ['bitbucket', 'SaaS'],
  ['kubernetes', 'Containers'],
  ['cisco', 'Network Devices'],
  ['juniper', 'Network Devices'],
  ['huawei', 'Network Devices'],
  ['fortigate', 'Network Devices'],
  ['fortios', 'Network Devices'],
  ['paloalto', 'Network Devices'],
]);

/** Azure's services are an identity provider and a cloud. */
const AZURE_IDENTITY = new Set(['signinlogs', 'auditlogs', 'riskdetection', 'pim']);

/** Sigma's `logsource` in one line (`windows · process_creation`), and the ATT&CK platform it stands for. */
export function sigmaLogSource(logsource: unknown): { logSources: string[]; platforms: string[] } {
  const fields = fieldsOf(logsource);
  const [product, category, service] = ['product', 'category', 'service'].map((key) => textOf(fields?.[key]));
  const parts = [product, category, service].filter((part) => part !== undefined);
  const platform =
    product === 'azure'
      ? AZURE_IDENTITY.has(service ?? '')
        ? 'Identity Provider'
        : 'IaaS'
      : PLATFORMS.get(product?.toLowerCase() ?? '');
  return {
    logSources: parts.length > 0 ? [parts.join(' · ')] : [],
    platforms: platform === undefined ? [] : [platform],
  };
}
