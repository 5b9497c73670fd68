/**
 * What SigmaHQ's 3,757 rules are like, as counts of a day in 2026: of each log source the fields its rules ask for, and how
 * often which level, status, number of techniques and so on is written.
 */

export interface LogSource {
  product?: string;
  category?: string;
  service?: string;
  /** Fields of its events, and the kind of value each is compared with. */
  fields: readonly (readonly [
    field: string,
    value: 'image' | 'command' | 'path' | 'key' | 'host' | 'event',
  ])[];
}

const PROCESS = [
  ['Image|endswith', 'image'],
  ['CommandLine|contains', 'command'],
  ['ParentImage|endswith', 'image'],
  ['OriginalFileName', 'image'],
  ['CommandLine|contains|all', 'command'],
] as const;

export const LOG_SOURCES: readonly (readonly [LogSource, number])[] = [
  [{ product: 'windows', category: 'process_creation', fields: PROCESS }, 1415],
  [
    {
      product: 'windows',
      category: 'registry_set',
      fields: [
        ['TargetObject|contains', 'key'],
        ['Details|contains', 'command'],
        ['Image|endswith', 'image'],
      ],
    },
    265,
  ],
  [
    {
      product: 'windows',
      category: 'file_event',
      fields: [
        ['TargetFilename|endswith', 'path'],
        ['Image|endswith', 'image'],
      ],
    },
    220,
  ],
  [{ product: 'windows', category: 'ps_script', fields: [['ScriptBlockText|contains', 'command']] }, 212],
  [
    {
      product: 'windows',
      service: 'security',
      fields: [
        ['EventID', 'event'],
        ['ServiceName|contains', 'command'],
        ['ProcessName|endswith', 'image'],
      ],
    },
    273,
  ],
  [
    {
      product: 'windows',
      category: 'image_load',
      fields: [
        ['ImageLoaded|endswith', 'path'],
        ['Image|endswith', 'image'],
      ],
    },
    125,
  ],
  [
    {
      product: 'windows',
      category: 'network_connection',
      fields: [
        ['DestinationHostname|endswith', 'host'],
        ['Image|endswith', 'image'],
      ],
    },
    118,
  ],
  [{ product: 'linux', category: 'process_creation', fields: PROCESS.slice(0, 3) }, 144],
  [
    {
      product: 'linux',
      service: 'auditd',
      fields: [
        ['name|startswith', 'path'],
        ['a1|contains', 'command'],
      ],
    },
    54,
  ],
  [{ product: 'macos', category: 'process_creation', fields: PROCESS.slice(0, 3) }, 70],
  [{ category: 'webserver', fields: [['cs-uri-query|contains', 'path']] }, 86],
  [{ category: 'proxy', fields: [['c-uri|contains', 'host']] }, 56],
  [{ product: 'aws', service: 'cloudtrail', fields: [['eventName', 'command']] }, 57],
  [{ product: 'azure', service: 'auditlogs', fields: [['properties.message', 'command']] }, 79],
];

export const LEVELS = [
  ['high', 1721],
  ['medium', 1495],
  ['low', 337],
  ['critical', 176],
  ['informational', 28],
] as const;

export const STATUSES = [
  ['test', 3328],
  ['experimental', 325],
  ['stable', 104],
] as const;

export const TECHNIQUE_COUNTS = [
  [1, 2486],
  [2, 569],
  [0, 470],
  [3, 163],
  [4, 40],
  [6, 29],
] as const;

export const REFERENCE_COUNTS = [
  [1, 1657],
  [2, 1113],
  [3, 547],
  [4, 252],
  [6, 188],
] as const;

export const YEARS = [
  [2017, 117],
  [2018, 80],
  [2019, 321],
  [2020, 410],
  [2021, 555],
  [2022, 965],
  [2023, 720],
  [2024, 281],
  [2025, 217],
  [2026, 91],
] as const;

/** Parts of 3,757 that have a filter, and of all rules that are correlations. */
export const FILTERED = 0.32;
export const CORRELATED = 0.004;
