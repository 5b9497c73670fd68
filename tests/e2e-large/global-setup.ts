import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { corpora } from '../corpora.ts';
import { corpusFolder } from '../corpus-files.ts';
import { buildWith } from '../e2e/build-with.ts';
import { getBrowser } from '../e2e/get-browser.ts';
import { serve } from '../e2e/static-server.ts';
import type { BuiltSite } from '../e2e/global-setup.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** SigmaHQ and Elastic as deployed sources; absent without the corpora. */
    largeSite: BuiltSite | undefined;
  }
}

/** Gives the filter by actor something to choose. */
const PROFILE = [
  'title: Two who matter',
  'actors:',
  '  - { actor: G0016, weight: 8 }',
  '  - { actor: G1015, weight: 5 }',
  '',
];

/** Builds one site of two public rule sets, some 7,000 pages, and serves it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const data = corpora('the site of SigmaHQ and Elastic');
  project.provide('largeSite', undefined);
  if (data === undefined) return undefined;
  await getBrowser();
  const kept = process.env['COVERBOOK_E2E_KEEP'];
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'coverbook-large-')));
  const root = join(folder, 'large-site');
  await mkdir(folder, { recursive: true });
  const source = (name: string, archive: string, include: string): string =>
    `  - { name: ${name}, path: ${JSON.stringify(corpusFolder(data, archive))}, include: [${include}] }`;
  await writeFile(join(folder, 'threats.yaml'), PROFILE.join('\n'));
  await writeFile(
    join(folder, 'coverbook.yaml'),
    [
      'title: Two public rule sets',
      "now: '2026-09-01'",
      'attack: { domains: [enterprise] }',
      'sources:',
      source('sigmahq', 'sigma-rules-history.bundle', '"rules/**"'),
      source('elastic', 'elastic-rules.tar.gz', '"rules/**", "hunting/**"'),
      'threats: [threats.yaml]',
      '',
    ].join('\n'),
  );
  if (!existsSync(root)) await buildWith({ cwd: folder, root });
  const { url, close } = await serve(root, '/');
  project.provide('largeSite', { root, base: '/', url });
  return async () => {
    await close();
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  };
}
