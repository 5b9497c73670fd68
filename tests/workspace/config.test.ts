import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/workspace/config-error.ts';
import { findConfig, parseConfig } from '../../src/workspace/load-config.ts';
import { sourceSpecs } from '../../src/workspace/source-specs.ts';

const folder = mkdtempSync(join(tmpdir(), 'coverbook-config-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function errorOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('Expected a ConfigError');
}

describe('reading a config', () => {
  test('one source is enough; everything else has a default', async () => {
    const config = await parseConfig('sources: [{ name: team, path: content }]', '/team/coverbook.yaml');
    expect(config).toMatchObject({
      base: '/',
      attack: { domains: ['enterprise'], bundles: [] },
      coverage: { proofWindow: 365, playbookWindow: 180, weights: { firstDetection: 30, failedCap: 10 } },
      sources: [{ name: 'team', path: 'content', role: 'deployed', include: ['**'], exclude: [] }],
      root: '/team',
    });
  });

  test('spans are read as days', async () => {
    const { coverage } = await parseConfig(
      'sources: [{ name: team, path: . }]\ncoverage: { proofWindow: 26w, playbookWindow: 6m }',
      '/team/coverbook.yaml',
    );
    expect(coverage).toMatchObject({ proofWindow: 182, playbookWindow: 180 });
  });

  test('every problem is named with its place', async () => {
    const text = [
      'titel: Oops',
      'base: coverage',
      'sources:',
      '  - { name: Team, path: content }',
      '  - { name: both, path: content, git: there }',
      'coverage: { proofWindow: soon }',
    ].join('\n');
    expect(await errorOf(() => parseConfig(text, 'coverbook.yaml'))).toMatchInlineSnapshot(`
      "coverbook.yaml:2:7 \`base\`: Expected a path that starts with \`/\`
      coverbook.yaml:4:13 \`sources.0.name\`: Expected lower-case letters, digits and hyphens
      coverbook.yaml:5:5 \`sources.1\`: Expected exactly one of \`path\` and \`git\`
      coverbook.yaml:6:26 \`coverage.proofWindow\`: Expected a span such as \`180d\`, \`26w\`, \`12m\` or \`1y\`
      coverbook.yaml:1:1 Unexpected \`titel\`, expected only documented keys"
    `);
  });

  test('two sources of one name are refused', async () => {
    expect(
      await errorOf(() =>
        parseConfig('sources: [{ name: a, path: x }, { name: a, path: y }]', 'coverbook.yaml'),
      ),
    ).toContain('Unexpected second source named `a`');
  });

  test('broken YAML is named with line and column', async () => {
    expect(await errorOf(() => parseConfig('sources: [', 'coverbook.yaml'))).toMatch(
      /^coverbook\.yaml:1:\d+ /,
    );
  });

  test('the config is found in a folder above', () => {
    const deep = join(folder, 'a', 'b');
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(folder, 'coverbook.yaml'), 'sources: [{ name: team, path: . }]');
    expect(findConfig(deep)).toBe(join(folder, 'coverbook.yaml'));
  });
});

describe('the sources of a config', () => {
  async function specsOf(...sources: string[]) {
    return sourceSpecs(await parseConfig(`sources: [${sources.join(', ')}]`, join(folder, 'coverbook.yaml')));
  }

  test('only folders inside the one of the config are the team’s own', async () => {
    const specs = await specsOf(
      '{ name: a, path: content }',
      '{ name: b, path: ../other }',
      '{ name: c, git: https://example.org/x.git }',
    );
    expect(specs.map(({ own }) => own)).toEqual([true, false, false]);
  });

  test('a Git location that exists is a local path, any other is left as it is', async () => {
    mkdirSync(join(folder, 'rules.git'), { recursive: true });
    const [local, url, scp] = await specsOf(
      '{ name: a, git: rules.git }',
      '{ name: b, git: "https://example.org/x.git" }',
      '{ name: c, git: "git@example.org:team/x.git" }',
    );
    expect([local?.git, url?.git, scp?.git]).toEqual([
      join(folder, 'rules.git'),
      'https://example.org/x.git',
      'git@example.org:team/x.git',
    ]);
  });
});
