import { describe, expect, test } from 'vitest';
import { dettectDataSources } from '../../src/visibility/formats/dettect-data-sources.ts';
import { readFile } from '../read-file.ts';
import { readWith } from '../reading.ts';

interface Stated {
  name?: string;
  connected?: string;
  available?: string;
  scores?: readonly (number | string)[];
  to?: string;
  products?: string;
}

const DIMENSIONS = [
  'device_completeness',
  'data_field_completeness',
  'timeliness',
  'consistency',
  'retention',
];

const quality = (scores: readonly (number | string)[]): string =>
  `{${DIMENSIONS.map((name, index) => `${name}: ${scores[index] ?? ''}`).join(', ')}}`;

/** A data source with one entry, as release 1.1 of the format writes it. */
const source = ({
  name = 'Process Creation',
  connected = '2024-02-03',
  available = 'true',
  scores = [4, 5, 3, 5, 2],
  to = '[all]',
  products = '[Sysmon]',
}: Stated = {}): string => `
  - data_source_name: ${name}
    data_source:
      - applicable_to: ${to}
        date_registered: 2024-01-01
        date_connected: ${connected}
        products: ${products}
        available_for_data_analytics: ${available}
        comment: ''
        data_quality: ${quality(scores)}`;

const administration = (
  sources: readonly string[],
  head = 'systems: [{applicable_to: all, platform: [Windows]}]',
) =>
  `version: 1.1\nfile_type: data-source-administration\nname: lab\ndomain: enterprise-attack\n${head}\ndata_sources:${sources.join('')}\n`;

const read = (...sources: string[]) => readWith(dettectDataSources, 'a.yaml', administration(sources));

test('a connected data source is a collected log', () => {
  expect(read(source())).toMatchObject({
    findings: [],
    visibility: [
      {
        dataComponent: 'Process Creation',
        logSource: 'Sysmon',
        platforms: ['Windows'],
        domains: ['enterprise'],
        quality: 4,
        since: '2024-02-03',
        ordinal: 0,
        pointer: ['data_sources', 0, 'data_source_name'],
      },
    ],
  });
});

test.each<[string, Stated, number]>([
  ['not available for analytics', { available: 'false' }, 0],
  ['without a day it was connected', { connected: 'null' }, 0],
  ['whose scores are all 0', { scores: [0, 0, 0, 0, 0] }, 0],
  ['with one score above 0', { scores: [0, 0, 1, 0, 0] }, 1],
  ['with a time of connection', { connected: '2024-02-03T00:00:00.000Z' }, 1],
])('a data source %s', (_, stated, count) => {
  expect(read(source(stated)).visibility ?? []).toHaveLength(count);
});

describe('the quality', () => {
  test.each<[readonly (number | string)[], number | undefined]>([
    [[5, 5, 5, 5, 5], 5],
    [[4, 5, 3, 5, 2], 4],
    [[3, 2, 3, 2, 2], 2],
    [[3, 3, 3, 2, 2], 3],
    [[1, 0, 0, 0, 0], undefined],
  ])('of %j is their rounded mean: %s', (scores, mean) => {
    expect(read(source({ scores })).visibility?.[0]?.quality).toBe(mean);
  });

  test.each([[['high', 5, 5, 5, 5]], [[6, 5, 5, 5, 5]], [[5, 5, 5, 5]]])(
    'of %j is not judged, and told',
    (scores) => {
      const { visibility, findings } = read(source({ scores }));
      expect(visibility?.[0]).not.toHaveProperty('quality');
      expect(findings.map(({ rule, severity, range }) => [rule, severity, range?.line])).toEqual([
        ['visibility/invalid-quality', 'warning', 15],
      ]);
    },
  );
});

test('each entry speaks for its own systems, on their platforms', () => {
  const head = `systems:
  - {applicable_to: Servers, platform: [Linux, Windows]}
  - {applicable_to: clients, platform: windows}
  - {applicable_to: cloud, platform: [Azure AD]}`;
  const sources = [
    source({ to: '[servers]', products: '[None]' }),
    source({ to: '[clients, cloud]', products: '[EDR, Proxy]' }),
    source({ to: '[all]' }),
    source({ to: '[unheard of]' }),
  ];
  const { visibility } = readWith(dettectDataSources, 'a.yaml', administration(sources, head));
  expect(visibility?.map(({ platforms, logSource }) => [platforms, logSource])).toEqual([
    [['Linux', 'Windows'], undefined],
    [['windows', 'Azure AD'], 'EDR, Proxy'],
    [['Linux', 'Windows', 'windows', 'Azure AD'], 'Sysmon'],
    [[], 'Sysmon'],
  ]);
});

test('release 1.0 has one entry a data source and one platform a file', () => {
  const text = `version: 1.0
file_type: data-source-administration
name: old
platform: linux
data_sources:
  - data_source_name: Process use of network
    date_connected: 2019-07-25
    products: [Sysmon]
    available_for_data_analytics: True
    data_quality: ${quality([5, 5, 5, 5, 5])}
  - data_source_name: DHCP
    date_connected:
    available_for_data_analytics: True
`;
  expect(readWith(dettectDataSources, 'a.yaml', text).visibility).toMatchObject([
    { dataComponent: 'Process use of network', platforms: ['linux'], domains: ['enterprise'], quality: 5 },
  ]);
});

test.each([
  ['ics-attack', ['ics']],
  ['mobile-attack', ['mobile']],
])('of %s it speaks for that domain only', (domain, domains) => {
  const text = administration([source()]).replace('enterprise-attack', domain);
  expect(readWith(dettectDataSources, 'a.yaml', text).visibility).toMatchObject([{ domains }]);
});

test('an administration with nothing connected says nothing of visibility, and that', () => {
  const { visibility, ignored, findings } = read(source({ available: 'false' }));
  expect(visibility).toBeUndefined();
  expect(ignored).toBe('that are DeTT&CT data source administrations with nothing connected');
  expect(findings.map(({ rule, severity, range }) => [rule, severity, range?.line])).toEqual([
    ['visibility/nothing-collected', 'note', 6],
  ]);
});

test('odd shapes are passed over, and other administrations left to others', () => {
  const odd = [
    '\n  - null',
    '\n  - T1',
    '\n  - {data_source: 3}',
    '\n  - {data_source_name: x, data_source: 3}',
  ];
  expect(read(...odd, source()).visibility).toHaveLength(1);
  const other = 'file_type: technique-administration\ntechniques: []\n';
  expect(readWith(dettectDataSources, 'a.yaml', other).isRecognised).toBe(false);
  const bytes = new TextEncoder().encode(administration([source()]));
  expect(readFile('a.yaml', bytes).format).toBe('dettect-data-sources');
});
