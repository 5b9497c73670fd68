import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../git-repository.ts';
import { runCli } from './run-cli.ts';
import { makeFolder, TEAM_CONFIG, TEAM_FILES } from './team.ts';

test('a site may be built on an older version: layers and figures say so', async () => {
  const team = makeFolder({ ...TEAM_FILES, 'coverbook.yaml': `${TEAM_CONFIG}attack: { version: "18.1" }\n` });
  const cache = temporaryFolder();
  const env = { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache };
  const { code } = await runCli(team, ['layers', '--out', 'out'], env);
  expect(code).toBe(0);
  const read = (path: string): unknown => JSON.parse(readFileSync(join(team, 'out', path), 'utf8'));
  const layer = read('layers/enterprise-coverage.json') as { techniques: { techniqueID: string }[] };
  expect(layer).toMatchObject({ domain: 'enterprise-attack', versions: { attack: '18', layer: '4.5' } });
  const ids = layer.techniques.map(({ techniqueID }) => techniqueID);
  expect(ids).toContain('T1562.001');
  expect(ids).not.toContain('T1685');
  const figures = read('api/coverage.json') as {
    domains: { enterprise: { techniques: Record<string, object> } };
  };
  expect(figures).toMatchObject({ attack: { enterprise: '18.1' } });
  expect(Object.keys(figures.domains.enterprise.techniques)).toHaveLength(691);
  expect(figures.domains.enterprise.techniques['T1562.001']).toMatchObject({ level: 'claimed' });
  const { stdout } = await runCli(team, ['lint', '--json'], env);
  expect(stdout).not.toContain('mapping/revoked');
  const explained = await runCli(team, ['explain', 'T1562.001'], env);
  expect(explained.stdout).toContain('(ATT&CK enterprise 18.1)');
});
