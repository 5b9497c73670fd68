import { describe, expect, test } from 'vitest';
import { slugs } from '../../src/workspace/slugs.ts';

function slugsOf(...paths: string[]): string[] {
  return slugs(paths.map((path) => ({ source: 'team', path, ordinal: 0 })));
}

describe('slugs', () => {
  test('a file name becomes a slug', () => {
    expect(slugsOf('rules/win_susp_Service+Install (2).yml')).toEqual(['win-susp-service-install-2']);
  });

  test('items of one file are numbered from the second on', () => {
    const subjects = [0, 1, 2].map((ordinal) => ({ source: 'team', path: 'pair.yml', ordinal }));
    expect(slugs(subjects)).toEqual(['pair', 'pair-2', 'pair-3']);
  });

  test('files of one name get the fingerprint of their path, all of them', () => {
    const [first, second] = slugsOf('a/rule.yml', 'b/rule.yml');
    expect(first).toMatch(/^rule-[0-9a-f]{8}$/);
    expect(second).toMatch(/^rule-[0-9a-f]{8}$/);
    expect(first).not.toBe(second);
  });

  test('a slug does not depend on the order of the files', () => {
    const forwards = slugsOf('a/rule.yml', 'b/rule.yml', 'c/other.yml');
    const backwards = slugsOf('c/other.yml', 'b/rule.yml', 'a/rule.yml').reverse();
    expect(backwards).toEqual(forwards);
  });

  test('names without a usable character and very long ones still get one', () => {
    const [odd, long] = slugsOf('日本語.yml', `${'x'.repeat(200)}.yml`);
    expect(odd).toMatch(/^item-[0-9a-f]{8}$/);
    expect(long).toMatch(/^x{80}-[0-9a-f]{8}$/);
  });

  test('hostile file names give readable slugs that need no encoding', () => {
    const names = [
      'driver_load_stdin+_services.yml',
      'What is "this" & #that? (x64) [v2],.md',
      "it's 100% rule.YAML",
      '𝓐𝓭𝓶𝓲𝓷 𝐋𝐨𝐠𝐨𝐧.md',
      'Größe und Übermaß.yml',
      '..%2f..%2fetc%2fpasswd.yml',
      'a\nb.yml',
      '-.yml',
    ];
    expect(slugsOf(...names)).toEqual([
      'driver-load-stdin-services',
      'what-is-this-and-that-x64-v2',
      'its-100-rule',
      'admin-logon',
      'groesse-und-uebermass',
      '2f-2fetc-2fpasswd',
      'a-b',
      expect.stringMatching(/^item-[0-9a-f]{8}$/) as string,
    ]);
  });

  test('a hunt named like a rule of the same source gets a key of its own', () => {
    const hunt = { source: 'team', path: 'hunts/beacon.toml', ordinal: 0 };
    expect(slugs([hunt], new Set(['team/beacon']))[0]).toMatch(/^beacon-[0-9a-f]{8}$/);
    expect(slugs([hunt], new Set(['library/beacon']))).toEqual(['beacon']);
  });

  test('names that differ in case alone never share a page on a disk that does not tell cases apart', () => {
    const [upper, lower] = slugsOf('rules/Rule.yml', 'rules/rule.yml');
    expect(upper?.toLowerCase()).not.toBe(lower?.toLowerCase());
  });
});
