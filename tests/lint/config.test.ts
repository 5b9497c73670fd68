import { describe, expect, test } from 'vitest';
import { checkRuleIds } from '../../src/lint/check-rule-ids.ts';
import { ConfigError } from '../../src/workspace/config-error.ts';
import { loadConfig, parseConfig } from '../../src/workspace/load-config.ts';
import { makeFolder, sigmaRule } from '../cli/team.ts';
import { lintFiles } from './lint-files.ts';

const FILES = {
  'rules/a.yml': sigmaRule('A', ['attack.t1562.001']),
  'rules/vendor/b.yml': sigmaRule('B', ['attack.t1562.001']).replace(/falsepositives.*\n/, ''),
  'library/c.yml': sigmaRule('C', ['attack.t1562.001']),
};

/** Every finding of the files above, as `severity path rule`. */
async function told(config: string): Promise<string[]> {
  const findings = await lintFiles(FILES, config);
  return findings.map(({ severity, path, rule }) => `${severity} ${path} ${rule}`);
}

describe('severities in the config', () => {
  test('without any, each rule has its own', async () => {
    expect(await told('')).toEqual([
      'warning c.yml mapping/revoked',
      'warning rules/a.yml mapping/revoked',
      'note rules/vendor/b.yml detection/no-false-positives',
      'warning rules/vendor/b.yml mapping/revoked',
    ]);
  });

  test('a rule can weigh more or less, or be off, whoever finds it', async () => {
    expect(
      await told('lint: { rules: { mapping/revoked: error, detection/no-false-positives: off } }'),
    ).toEqual([
      'error c.yml mapping/revoked',
      'error rules/a.yml mapping/revoked',
      'error rules/vendor/b.yml mapping/revoked',
    ]);
  });

  test('globs are relative to the config: of excluded files nothing is told', async () => {
    expect(await told('lint: { exclude: ["library/**", "./rules/vendor/**"] }')).toEqual([
      'warning rules/a.yml mapping/revoked',
    ]);
  });

  test('the last override for a file wins, and where it says nothing the rules above it hold', async () => {
    const config = `lint:
  rules: { mapping/revoked: note }
  overrides:
    - { paths: ["rules/**"], rules: { mapping/revoked: error, detection/no-false-positives: error } }
    - { paths: ["rules/vendor/**"], rules: { mapping/revoked: off } }`;
    expect(await told(config)).toEqual([
      'note c.yml mapping/revoked',
      'error rules/a.yml mapping/revoked',
      'error rules/vendor/b.yml detection/no-false-positives',
    ]);
  });

  test('findings about the config itself can be excluded too', async () => {
    const scope = 'scope: { platforms: [Windwos] }';
    expect(await told(scope)).toContain('warning coverbook.yaml scope/unknown-platform');
    expect(await told(`${scope}\nlint: { exclude: [coverbook.yaml] }`)).not.toContain(
      'warning coverbook.yaml scope/unknown-platform',
    );
  });
});

describe('rules that are not there', () => {
  test('each is told with its place and the rule it is most like', async () => {
    const root = makeFolder({
      'coverbook.yaml': `sources: [{ name: team, path: . }]
lint:
  rules:
    mapping/revokd: error
    no-status: off
  overrides:
    - { paths: ["**"], rules: { nothing/like-it: note } }
`,
    });
    const config = await loadConfig(`${root}/coverbook.yaml`);
    await expect(checkRuleIds(config)).rejects.toThrow(ConfigError);
    await expect(checkRuleIds(config)).rejects.toThrow(
      [
        `${root}/coverbook.yaml:4:21 Unexpected rule \`mapping/revokd\`, did you mean \`mapping/revoked\`?`,
        `${root}/coverbook.yaml:5:16 Unexpected rule \`no-status\`, did you mean \`detection/no-status\`?`,
        `${root}/coverbook.yaml:7:50 Unexpected rule \`nothing/like-it\`, expected the id of a rule`,
      ].join('\n'),
    );
  });

  test('a severity that is none is an error of the config', async () => {
    const text = 'sources: [{ name: team, path: . }]\nlint: { rules: { mapping/none: fatal } }';
    await expect(parseConfig(text, '/team/coverbook.yaml')).rejects.toThrow(
      /^\/team\/coverbook\.yaml:2:32 `lint\.rules\.mapping\/none`: Invalid option/,
    );
  });
});
