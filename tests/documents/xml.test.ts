import { expect, test } from 'vitest';
import type { XmlElement } from '../../src/documents/xml.ts';
import { parseXml } from '../../src/documents/xml.ts';

function roots(text: string): readonly XmlElement[] {
  const [document] = parseXml(text).documents;
  return document?.syntax === 'xml' ? document.data : [];
}

test('several roots are read, each with its place', () => {
  const text =
    '<!-- <a/> -->\r\n<var name="x">1</var>\r\n<group name="a &amp; b,">\r\n  <rule/>\r\n</group>\r\n';
  expect(parseXml(text).findings).toEqual([]);
  expect(roots(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '<var name="x">1</var>',
    '<group name="a &amp; b,">\r\n  <rule/>\r\n</group>',
  ]);
  expect(roots(text)[1]?.attributes).toEqual({ name: 'a & b,' });
});

test('a bare ampersand, an escaped bracket and hyphens in a comment are read as Wazuh reads them', () => {
  const text = String.raw`<!-- ---- one -- two ---- -->
<group name="a & b"><match>\<x & y &amp; z &nbsp; &#65;</match><match>b</match></group>`;
  expect(parseXml(text).findings).toEqual([]);
  const [group] = roots(text);
  expect(group?.attributes['name']).toBe('a & b');
  expect(group?.children.map((child) => child.text)).toEqual([String.raw`\<x & y & z &nbsp; A`, 'b']);
  expect(group && text.slice(group.start, group.end)).toBe(text.slice(text.indexOf('<group')));
});

test('what stays broken is one finding, and roots closed before it are kept', () => {
  const text = '<a>one</a>\n<b><c></b>\n<d>\n';
  expect(parseXml(text).findings).toMatchObject([{ rule: 'file/syntax', range: { line: 2 } }]);
  expect(roots(text).map(({ name }) => name)).toContain('a');
  expect(roots('<a/><b>')).toMatchObject([{ name: 'a' }]);
  expect(parseXml('<a/><!-- never closed').findings).toHaveLength(1);
});

test.for([
  ['elements that are never closed', '<a/>'.repeat(100_000) + '<b>'.repeat(100_000)],
  ['comments that are never closed', '<!--'.repeat(200_000)],
  ['ampersands', `<a>${'&'.repeat(500_000)}</a>`],
] as const)('a megabyte of %s is looked through in an instant', ([, text]) => {
  expect(() => parseXml(text)).not.toThrow();
});
