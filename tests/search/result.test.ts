import { expect, test } from 'vitest';
import { readResultAddress, writeResultAddress } from '../../src/search/address.ts';
import { markedParts } from '../../src/scripts/search/marked-parts.ts';
import { mentions, toResult } from '../../src/scripts/search/result.ts';

const DATA = {
  raw_url: 'techniques/T1003/001/\nT1003.001\n2 rules · 1 playbook',
  excerpt: 'Out of <mark>LSASS</mark> &lt;b&gt;',
  meta: { name: 'OS Credential Dumping: LSASS Memory', alias: 'LSASS Memory', key: 't1003001 1003001' },
  filters: { type: ['technique'], level: ['proven'] },
};

test('an excerpt becomes text, and what looks like HTML stays text', () => {
  expect(markedParts('a <mark>b</mark> &lt;img src=x&gt; &amp;lt;')).toEqual([
    { text: 'a ', marked: false },
    { text: 'b', marked: true },
    { text: ' <img src=x> &lt;', marked: false },
  ]);
});

test('what a result shows comes out of its address, its names and its filters', () => {
  expect(toResult(DATA, 'lsass')).toEqual({
    type: 'technique',
    path: 'techniques/T1003/001/',
    id: 'T1003.001',
    line: '2 rules · 1 playbook',
    title: 'OS Credential Dumping: LSASS Memory',
    level: 'proven',
    exact: 0,
    excerpt: [
      { text: 'Out of ', marked: false },
      { text: 'LSASS', marked: true },
      { text: ' <b>', marked: false },
    ],
  });
});

test('a result is exact by id, alias and title, whatever the punctuation and case', () => {
  for (const typed of [
    'T1003.001',
    't1003001',
    '1003.001',
    'lsass memory',
    'os credential dumping: lsass memory',
  ])
    expect(toResult(DATA, typed).exact, typed).toBeGreaterThan(0);
  for (const typed of ['T1003', 'lsass', '']) expect(toResult(DATA, typed).exact, typed).toBe(0);
});

test('an address is read as it was written, and no part can break out of its line', () => {
  const address = { path: 'a/', id: '', line: 'one · two' };
  expect(readResultAddress(writeResultAddress(address))).toEqual(address);
  expect(readResultAddress(writeResultAddress({ ...address, id: 'x\ny' }))).toEqual({
    ...address,
    id: 'x y',
  });
});

test('a name as it is written goes before one that is the same without its punctuation', () => {
  const exact = (alias: string): number =>
    toResult({ ...DATA, meta: { name: 'X', alias } }, 'cozy bear').exact;
  expect([exact('Cozy Bear'), exact('CozyBear'), exact('Cozy')]).toEqual([2, 1, 0]);
});

test('what only begins like an id is not what was looked for', () => {
  expect(mentions(DATA, 'T1003.0')).toBe(true);
  expect(mentions({ ...DATA, excerpt: 'A <mark>CVE-2021-1675</mark>' }, 'cve-2021-1675')).toBe(true);
  expect(mentions(DATA, 'T1003.009')).toBe(false);
  expect(mentions(DATA, '19aefed0-ffd4-47dc-a7fc-f8b1425e84f9')).toBe(false);
});
