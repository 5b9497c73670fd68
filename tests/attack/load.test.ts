import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AttackError } from '../../src/attack/attack-error.ts';
import { loadKnowledge } from '../../src/attack/load.ts';
import { importBundle, listVersions } from '../../src/attack/store.ts';
import { corpora } from '../corpora.ts';
import { bundleBytes } from './small-bundle.ts';

const shared = corpora('importing enterprise 18.1');
const root = mkdtempSync(join(tmpdir(), 'coverbook-attack-'));
let server: Server;
let url: string;
let requests = 0;

beforeAll(async () => {
  writeFileSync(join(root, 'bundle.json.gz'), gzipSync(bundleBytes()));
  server = createServer((request, response) => {
    requests += 1;
    if (request.url === '/bundle.json') response.end(bundleBytes());
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  requests = 0;
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

const attackError = (message: string | RegExp, hint: string | RegExp): unknown =>
  expect.objectContaining({
    name: 'AttackError',
    message: expect.stringMatching(message) as string,
    hint: expect.stringMatching(hint) as string,
  });

describe('importing a bundle', () => {
  test('writes a snapshot that can be listed and asked for', async () => {
    const into = join(root, 'imported');
    const imported = await importBundle(join(root, 'bundle.json.gz'), { into });
    expect(imported).toEqual({
      domain: 'enterprise',
      version: '42.1',
      file: resolve(into, 'enterprise-42.1.json'),
      warnings: [],
    });
    expect(readdirSync(into)).toEqual(['enterprise-42.1.json']);
    writeFileSync(join(into, 'notes.txt'), 'something else');
    const versions = await listVersions(into);
    expect(versions.map(({ domain, version, origin }) => `${domain} ${version} ${origin}`)).toEqual([
      'enterprise 42.1 imported',
      'enterprise 19.1 embedded',
      'enterprise 18.1 embedded',
      'mobile 18.1 embedded',
      'ics 18.1 embedded',
    ]);
    const asked = { domains: ['enterprise'] as const, version: '42.1', bundles: [] };
    const bases = await loadKnowledge(asked, root, { imported: into });
    expect(bases.get('enterprise')?.techniques.map(({ id }) => id)).toEqual(['T1001', 'T1001.001']);
  });

  test('works from a URL', async () => {
    const { version } = await importBundle(`${url}/bundle.json`, { into: join(root, 'from-url') });
    expect(version).toBe('42.1');
  });

  test('says when the server has no such file', async () => {
    await expect(importBundle(`${url}/none.json`, { into: root })).rejects.toEqual(
      attackError(/cannot be fetched: the server answers 404/, /Check the URL/),
    );
  });

  test('says when there is no network', async () => {
    await expect(importBundle('http://127.0.0.1:9/bundle.json', { into: root })).rejects.toEqual(
      attackError(/cannot be fetched: /, /Without a network/),
    );
  });

  test('says when there is no such file', async () => {
    await expect(importBundle(join(root, 'none.json'), { into: root })).rejects.toEqual(
      attackError(/none\.json cannot be read: ENOENT/, /Check the path/),
    );
  });

  test('says when the folder cannot be written', async () => {
    const into = join(root, 'bundle.json.gz', 'inside-a-file');
    await expect(importBundle(join(root, 'bundle.json.gz'), { into })).rejects.toEqual(
      attackError(/cannot be written/, /--into/),
    );
  });
});

describe('loading knowledge', () => {
  test('takes the embedded versions, in the order of MITRE', async () => {
    const bases = await loadKnowledge({ domains: ['ics', 'enterprise'], bundles: [] }, root);
    expect([...bases].map(([domain, { version }]) => `${domain} ${version}`)).toEqual([
      'enterprise 19.1',
      'ics 18.1',
    ]);
  });

  test('asks the version of enterprise only, when there are several domains', async () => {
    const bases = await loadKnowledge(
      { domains: ['enterprise', 'mobile'], version: '19.1', bundles: [] },
      root,
    );
    expect(bases.get('mobile')?.version).toBe('18.1');
    const alone = loadKnowledge({ domains: ['mobile'], version: '19.1', bundles: [] }, root);
    await expect(alone).rejects.toEqual(
      attackError(/Mobile 19\.1.*There are: 18\.1 \(embedded\)/, /attack import/),
    );
  });

  test('replaces a domain by a bundle, with its prose', async () => {
    const asked = { domains: ['enterprise', 'ics'] as const, bundles: ['bundle.json.gz'] };
    const bases = await loadKnowledge(asked, root);
    expect(bases.get('enterprise')?.version).toBe('42.1');
    expect(bases.get('enterprise')?.prose?.descriptions.get('G0001')).toBe('Prose of a group.');
    expect(bases.get('ics')?.prose).toBeUndefined();
  });

  test('fetches a bundle once', async () => {
    const asked = { domains: ['enterprise'] as const, bundles: [`${url}/bundle.json`] };
    const options = { cache: join(root, 'cache') };
    await loadKnowledge(asked, root, options);
    const bases = await loadKnowledge(asked, root, options);
    expect(bases.get('enterprise')?.version).toBe('42.1');
    expect(requests).toBe(1);
  });

  test('passes on what a bundle lacks', async () => {
    const broken = bundleBytes([
      { type: 'tool' },
      ...(JSON.parse(new TextDecoder().decode(bundleBytes())) as { objects: object[] }).objects,
    ]);
    writeFileSync(join(root, 'broken.json'), broken);
    const warnings: string[] = [];
    await loadKnowledge({ domains: ['enterprise'], bundles: ['broken.json'] }, root, {
      onWarning: (warning) => warnings.push(warning),
    });
    expect(warnings).toEqual([expect.stringMatching(/^broken\.json: .*is left out/)]);
  });

  test.each([
    [
      'a bundle of another version',
      { version: '19.1', bundles: ['bundle.json.gz'] },
      /asks for .* 19\.1, but its bundle is 42\.1/,
    ],
    ['two bundles of a domain', { bundles: ['bundle.json.gz', 'bundle.json.gz'] }, /names two bundles/],
    [
      'a version that is not there',
      { version: '3.0', bundles: [] },
      /Enterprise 3\.0, which is not there\. There are: 19\.1 \(embedded\)/,
    ],
    ['a bundle that is none', { bundles: ['.'] }, /cannot be read/],
  ])('refuses %s', async (_what, request, message) => {
    const load = loadKnowledge({ domains: ['enterprise'], ...request }, root);
    await expect(load).rejects.toThrow(AttackError);
    await expect(loadKnowledge({ domains: ['enterprise'], ...request }, root)).rejects.toThrow(message);
  });

  test('refuses a bundle of a domain that is not asked for', async () => {
    await expect(loadKnowledge({ domains: ['ics'], bundles: ['bundle.json.gz'] }, root)).rejects.toEqual(
      attackError(/is of ATT&CK Enterprise, which the config does not ask for/, /Add `enterprise`/),
    );
  });

  test('works under the older embedded version', async () => {
    const asked = { domains: ['enterprise'] as const, version: '18.1', bundles: [] };
    const base = (await loadKnowledge(asked, root)).get('enterprise');
    expect(base?.resolve('T1685')).toEqual({ state: 'unknown' });
  });

  test.runIf(shared)('works under enterprise 18.1 once it is imported', async () => {
    const into = join(root, 'older');
    await importBundle(resolve(shared ?? '', 'attack/enterprise-attack-18.1.json.gz'), { into });
    const asked = { domains: ['enterprise'] as const, version: '18.1', bundles: [] };
    const base = (await loadKnowledge(asked, root, { imported: into })).get('enterprise');
    expect(base?.resolve('T1562.001')).toEqual({ state: 'active', id: 'T1562.001' });
    expect(base?.resolve('T1685')).toEqual({ state: 'unknown' });
    expect(base?.tactic('attack.stealth')?.name).toBe('Defense Evasion');
  });
});
