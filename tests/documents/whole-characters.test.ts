import { describe, expect, test } from 'vitest';
import { readFile } from '../read-file.ts';
import { parseFile } from '../parse-file.ts';

function dataOf(path: string, text: string): unknown {
  const parsed = parseFile(path, Buffer.from(text));
  return 'file' in parsed ? parsed.file.documents[0]?.data : parsed.finding.message;
}

describe('half a character, written as an escape', () => {
  test.each([
    ['a.yml', 'a: "\\ud800"\n', { a: '\ufffd' }],
    ['a.yml', 'a: [ { "\\udfff": "x\\uDBFFy" } ]\n', { a: [{ '\ufffd': 'x\ufffdy' }] }],
    ['a.yml', 'a: "\\U0000d800"\n', { a: '\ufffd' }],
    ['a.yml', 'a: &x "\\ud800"\nb: *x\n', { a: '\ufffd', b: '\ufffd' }],
    ['a.json', '{"\\ud800":["\\udc00\\ud800"]}', { '\ufffd': ['\ufffd\ufffd'] }],
    ['a.ndjson', '{"a":"\\ud800"}\n{"a":1}\n', { a: '\ufffd' }],
    ['a.md', '---\ntitle: "\\ud800"\n---\nText\n', { title: '\ufffd' }],
  ])('of %s stands for no character: %j', (path, text, data) => {
    expect(dataOf(path, text)).toEqual(data);
  });

  test.each([
    ['a.yml', 'a: "\\ud83e\\udd8a"\n'],
    ['a.json', '{"a":"\\ud83e\\udd8a"}'],
    ['a.json', '{"a":"🦊"}'],
  ])('beside its other half in %s is the character: %j', (path, text) => {
    expect(dataOf(path, text)).toEqual({ a: '🦊' });
  });

  test('leaves dates of TOML and a key called __proto__ what they are', () => {
    const toml = dataOf('a.toml', "a = 2026-01-02\nb = '\\ud800'\n") as Record<string, unknown>;
    expect(toml['a']).toBeInstanceOf(Date);
    const json = dataOf('a.json', '{"__proto__":{"x":"\\ud800"}}') as object;
    expect(Object.getOwnPropertyNames(json)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
  });

  test.each([
    [
      'a Sigma rule',
      'title: "\\ud800"\nlogsource: { product: windows }\ndetection: { a: { b: "\\udc00" }, condition: a }\n',
    ],
    [
      'regression data',
      'id: 1\nrule_metadata: [{ id: a, title: x }]\nregression_tests_info: [{ name: "\\ud800", type: evtx, match_count: 1, path: a }]\n',
    ],
  ])('is in nothing that is read from %s', (_, text) => {
    const content = readFile('rule.yml', Buffer.from(text));
    expect(content.format).not.toBeNull();
    // JSON writes half a character as the escape it was.
    expect(JSON.stringify(content)).not.toMatch(/(?<!\\)\\ud[89a-f]/i);
  });
});
