import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFile } from '../read-file.ts';

const DEEP = 50_000;

/** What reading a text says, each finding without its place. */
function said(path: string, content: string | Uint8Array): string[] {
  return readFile(path, Buffer.from(content)).findings.map(({ message }) =>
    message.replace(/ at \d+:\d+/, ''),
  );
}

describe('a text nested deeper than anyone writes is one finding, and is not read', () => {
  test.each([
    ['rule.yml', '['.repeat(DEEP)],
    ['rule.yml', `title: ${'{a: '.repeat(DEEP)}`],
    ['rule.yml', '- '.repeat(DEEP)],
    ['rule.yml', `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
    ['rule.toml', `a = ${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
    ['rule.toml', `a${'.a'.repeat(DEEP)} = 1`],
    ['rule.json', `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
    ['rule.json', `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`],
    ['rule.json', '['.repeat(DEEP)],
    ['rule.xml', '<a>'.repeat(DEEP)],
    ['rule.xml', `${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}`],
  ])('%s', (path, text) => {
    const [finding, ...others] = said(path, text);
    expect(finding).toMatch(/^Unreadable (?:YAML|TOML|JSON|XML): /);
    expect(others).toEqual([]);
  });
});

test('a line of NDJSON nested too deep leaves the lines around it', () => {
  const rule = JSON.stringify({ rule_id: 'a', name: 'A', type: 'query', severity: 'low', query: 'a:b' });
  const read = readFile(
    'e.ndjson',
    Buffer.from(`${rule}\n${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n${rule}\n`),
  );
  expect(read.detections).toHaveLength(2);
  expect(read.findings.map(({ range }) => range?.line)).toEqual([2]);
});

test('aliases of aliases are not followed', () => {
  const levels = Array.from(
    { length: 30 },
    (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(10)}]`,
  );
  expect(said('rule.yml', `title: A\nlogsource: {}\na0: &a0 x\n${levels.join('\n')}\n`)).toEqual([
    'Unreadable YAML: Excessive alias count indicates a resource exhaustion attack',
  ]);
});

test('an alias of what holds it is no value', () => {
  expect(said('rule.yml', 'title: &a\n  b: *a\nlogsource: {}\ndetection: *a\n')).not.toEqual([]);
});

test('entities of XML are not expanded, and none is fetched', () => {
  const entities = Array.from(
    { length: 20 },
    (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
  );
  const text = `<!DOCTYPE a [<!ENTITY e0 SYSTEM "file:///etc/passwd">${entities.join('')}]>\n<group name="a"><rule id="100001" level="3"><description>&e20;&e0;</description></rule></group>`;
  const read = readFile('rules.xml', Buffer.from(text));
  expect(JSON.stringify(read).length).toBeLessThan(5_000);
  expect(JSON.stringify(read)).not.toContain('root:');
  expect(read.findings).not.toEqual([]);
});

test('XML of nothing but faults is one finding, and what stands before them is read', () => {
  const rule = '<group name="a"><rule id="100001" level="3"><description>A</description></rule></group>';
  const read = readFile('rules.xml', Buffer.from(`${rule}\n${'<'.repeat(500_000)}`));
  expect(read.detections).toHaveLength(1);
  expect(read.findings).toHaveLength(1);
});

test('a map of tens of thousands of keys, one of them twice, is read with its last value', () => {
  const keys = Array.from({ length: 30_000 }, (_, index) => `  key${index}: a`).join('\n');
  const text = `title: A\ntitle: B\nlogsource: { product: windows }\ndetection:\n${keys}\n  condition: key1\n`;
  const read = readFile('rule.yml', Buffer.from(text));
  expect(read.detections.map(({ title }) => title)).toEqual(['B']);
  expect(read.findings.filter(({ rule }) => rule === 'file/duplicate-key')).toHaveLength(1);
});

test('a key without a colon on each of thousands of lines is one finding', () => {
  expect(said('rule.yml', `title: A\n${'[a]\n'.repeat(30_000)}`)).toHaveLength(1);
});

test.each(['.yml', '.toml', '.json', '.csv', '.xml', '.yaral', '.rules', '.sql', '.kql', '.md', '.mdx'])(
  'a %s file that is one line of a megabyte is read or refused',
  (extension) => {
    for (const text of ['a'.repeat(1_000_000), 'T1059 '.repeat(150_000), `"${'a,'.repeat(500_000)}`])
      expect(said(`rule${extension}`, text).length).toBeLessThan(3);
  },
);

test.each(['.yml', '.json', '.md', '.xlsx', '.zip', '.gz'])(
  'a packed file called %s is not unpacked',
  (extension) => {
    const read = readFile(`rule${extension}`, gzipSync('title: A\nlogsource: {}\ndetection: {}\n'));
    expect(read).toMatchObject({ format: null, detections: [], playbooks: [], exercises: [] });
  },
);
