import { expect, test } from 'vitest';
import { absoluteUrl } from '../../src/output/paths.ts';

const SITES = [
  { site: 'https://soc.example.org', base: '/' },
  { site: 'https://soc.example.org/', base: '/coverage/' },
  { site: 'https://soc.example.org:8443/ignored', base: '/a b' },
];

test.each([
  '',
  'layers/enterprise-coverage.json',
  'techniques/T1059/001/',
  'detections/team/règle-à-accents/',
  'detections/team/v1.2/',
  'actors/a%20b c/',
  'playbooks/../x/',
  'x?y#z',
])('the address of `%s` is the one a browser makes of it, for whichever site was asked for last', (path) => {
  for (const config of [...SITES, ...SITES.toReversed()]) {
    const base = config.base.replace(/\/$/, '');
    expect(absoluteUrl(config, path)).toBe(new URL(`${base}/${path}`, config.site).href);
  }
});

test('there is none without a site', () => {
  expect(absoluteUrl({ base: '/' }, 'layers/')).toBeUndefined();
});

test('a long path that cannot be taken as it stands is told at once', () => {
  expect(absoluteUrl({ site: 'https://soc.example.org', base: '/' }, `${'a'.repeat(50_000)}!`)).toContain(
    '!',
  );
});
