/** What Sigma's `logsource` says of a log. */
export interface SigmaLogSource {
  category?: string;
  product?: string;
  service?: string;
}

/** Sigma's category for the data component of ATT&CK that holds the same events; what most rules of Sigma read first. */
export const CATEGORIES: readonly (readonly [component: string, category: string])[] = [
  ['Process Creation', 'process_creation'],
  ['Windows Registry Key Modification', 'registry_set'],
  ['File Creation', 'file_event'],
  ['File Modification', 'file_event'],
  ['Module Load', 'image_load'],
  ['Network Connection Creation', 'network_connection'],
  ['Process Access', 'process_access'],
  ['Named Pipe Metadata', 'pipe_created'],
  ['File Deletion', 'file_delete'],
  ['Windows Registry Key Deletion', 'registry_delete'],
  ['Driver Load', 'driver_load'],
  ['File Access', 'file_access'],
  ['WMI Creation', 'wmi_event'],
  ['Windows Registry Key Creation', 'registry_add'],
];

/** Categories that Sigma's own rules use on Windows alone. */
const WINDOWS_ONLY = new Set([
  'process_access',
  'file_delete',
  'file_access',
  'registry_add',
  'registry_set',
  'registry_delete',
  'image_load',
  'driver_load',
  'pipe_created',
  'wmi_event',
]);

/** Platforms of ATT&CK whose hosts Sigma knows as products. */
const PRODUCTS: Readonly<Record<string, string>> = { Windows: 'windows', Linux: 'linux', macOS: 'macos' };

/** Sigma's name for a log that ATT&CK names. */
export const LOGS: Readonly<Record<string, SigmaLogSource>> = {
  'WinEventLog:Security': { product: 'windows', service: 'security' },
  'WinEventLog:System': { product: 'windows', service: 'system' },
  'WinEventLog:Application': { product: 'windows', service: 'application' },
  'WinEventLog:PowerShell': { category: 'ps_script', product: 'windows' },
  'WinEventLog:TaskScheduler': { product: 'windows', service: 'taskscheduler' },
  'WinEventLog:WMI': { product: 'windows', service: 'wmi' },
  'auditd:SYSCALL': { product: 'linux', service: 'auditd' },
  'auditd:EXECVE': { product: 'linux', service: 'auditd' },
  'auditd:PATH': { product: 'linux', service: 'auditd' },
  'linux:syslog': { product: 'linux', service: 'syslog' },
  'linux:cron': { product: 'linux', service: 'cron' },
  'AWS:CloudTrail': { product: 'aws', service: 'cloudtrail' },
  'azure:signinlogs': { product: 'azure', service: 'signinlogs' },
  'azure:audit': { product: 'azure', service: 'auditlogs' },
  'azure:activity': { product: 'azure', service: 'activitylogs' },
  'gcp:audit': { product: 'gcp', service: 'gcp.audit' },
  'm365:unified': { product: 'm365', service: 'audit' },
  'saas:okta': { product: 'okta', service: 'okta' },
  'saas:github': { product: 'github', service: 'audit' },
  'kubernetes:audit': { product: 'kubernetes', service: 'audit' },
};

/**
 * The log source a Sigma rule for a technique would most likely read: a category of Sigma for some of its data on a host of
 * ours, else a log ATT&CK names. Undefined where Sigma has a name for neither.
 *
 * @param logs What most of ATT&CK's analytics read first.
 */
export function sigmaLogSourceFor(
  logs: readonly { component: { name: string }; logSources: readonly string[] }[],
  platforms: readonly string[],
): SigmaLogSource | undefined {
  const products = platforms.flatMap((platform) => PRODUCTS[platform] ?? []);
  for (const [name, category] of CATEGORIES) {
    const product = products.find((one) => one === 'windows' || !WINDOWS_ONLY.has(category));
    if (product !== undefined && logs.some(({ component }) => component.name === name))
      return { category, product };
  }
  return logs
    .flatMap(({ logSources }) => logSources.flatMap((log) => LOGS[log] ?? []))
    .find(({ product = '' }) => products.includes(product) || !isHost(product));
}

function isHost(product: string): boolean {
  return Object.values(PRODUCTS).includes(product);
}
