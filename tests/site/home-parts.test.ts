import { describe, expect, test } from 'vitest';
import { askedFor } from '../../src/scripts/not-found/asked-for.ts';
import { feedItem } from '../../src/site/feed.ts';
import { recentGroups } from '../../src/site/recent-groups.ts';
import { skylinePath } from '../../src/site/skyline-path.ts';

describe('an address that leads nowhere', () => {
  test.each([
    ['techniques/T1059.001/', ['T1059.001', 'T1059']],
    ['t1059/001', ['T1059.001', 'T1059']],
    ['techniques/T1059/999/', ['T1059.999', 'T1059']],
    ['tactics/ta0002.html', ['TA0002']],
    ['groups/g1015', ['G1015']],
    ['actors/Scattered%20Spider/', ['Scattered_Spider']],
    ['rules/lsass-dump.html', ['lsass_dump']],
    ['a/x', []],
    ['', []],
    ['404.html', []],
  ])('%s may name', (path, expected) => {
    expect(askedFor(path).names).toEqual(expected);
  });

  test.each([
    ['detections/team/lsass_dump-by.html', 'lsass dump by'],
    ['%E0%A4%A', 'E0 A4 A'],
    ['404.html', ''],
    ['', ''],
  ])('%s can be searched for by its words', (path, expected) => {
    expect(askedFor(path).words).toBe(expected);
  });
});

test('a column of the skyline draws as many cells as it has techniques', () => {
  const drawn = (path: string): number =>
    [...path.matchAll(/h(\d+)/g)].reduce((sum, [, length]) => sum + (Number(length) + 2) / 14, 0);
  for (const [from, to] of [
    [0, 0],
    [0, 5],
    [3, 11],
    [7, 8],
    [4, 141],
  ] as const)
    expect(drawn(skylinePath(from, to, 29))).toBe(to - from);
});

test('changes of one kind and day stand together', () => {
  const change = (id: string, date: string, kind: 'rule-added' | 'exercise') => ({
    id,
    date,
    kind,
    title: id,
  });
  const groups = recentGroups([
    change('a', '2026-02-01', 'rule-added'),
    change('b', '2026-02-01', 'rule-added'),
    change('c', '2026-02-01', 'exercise'),
    change('d', '2026-01-01', 'exercise'),
  ]);
  expect(groups.map(({ changes }) => changes.map(({ id }) => id).join(''))).toEqual(['ab', 'c', 'd']);
});

test('an entry of the feed drops what XML cannot hold and escapes its identity', () => {
  const item = feedItem(
    { id: 'removed:a&<b>', kind: 'removed', date: '2026-02-01', title: 'A\u0000B\ufffe <c>' },
    { site: 'https://soc.example.org', base: '/x' },
  );
  expect(item.title).toBe('Removed: AB <c>');
  expect(item.link).toBe('https://soc.example.org/x/changes/');
  expect(item.customData).toBe('<guid isPermaLink="false">coverbook:removed:a&amp;&lt;b&gt;</guid>');
});
