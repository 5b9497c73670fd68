import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWith } from './build-with.ts';
import { getBrowser } from './get-browser.ts';
import { serve } from './static-server.ts';

/** A built site: where its files lie and where it is served. */
export interface BuiltSite {
  root: string;
  /** `/` or `/x/y/` */
  base: string;
  /** `http://127.0.0.1:1234/x/y/` */
  url: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** This repository's demo. */
    site: BuiltSite;
    /** The same content in a folder of its own, under a base, with an address. */
    basedSite: BuiltSite;
  }
}

/**
 * Builds the demo site twice, once as it is and once as another team's repository, and serves both. Where
 * `COVERBOOK_E2E_KEEP` names a folder, sites built there before are served again: delete what should be rebuilt.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await getBrowser();
  const kept = process.env['COVERBOOK_E2E_KEEP'];
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'coverbook-e2e-')));
  const repository = join(folder, 'repository');
  await cp('content', join(repository, 'content'), { recursive: true });
  const config = await readFile('coverbook.yaml', 'utf8');
  await writeFile(
    join(repository, 'coverbook.yaml'),
    config.replace(/^base: .*$/m, 'site: https://soc.example.org\nbase: /x/y/'),
  );

  const site = await built(process.cwd(), join(folder, 'site'), '/');
  // As a team does it: from its own repository, into a folder of that repository.
  const basedSite = await built(repository, join(repository, 'dist'), '/x/y/');
  project.provide('site', site.built);
  project.provide('basedSite', basedSite.built);
  return async () => {
    await Promise.all([site.close(), basedSite.close()]);
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  };
}

async function built(
  cwd: string,
  root: string,
  base: string,
): Promise<{ built: BuiltSite; close: () => Promise<void> }> {
  if (!existsSync(root)) await buildWith({ cwd, root });
  const { url, close } = await serve(root, base);
  return { built: { root, base, url }, close };
}
