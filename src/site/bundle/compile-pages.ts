import { build, type AstroIntegration } from 'astro';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { astroConfig } from '../astro-config.ts';
import { inlineConfig, markdown } from '../astro-run.ts';
import { provideOwnMdx } from '../own-mdx.ts';
import type { CompileRequest } from './compile-request.ts';
import { CODE, CONTENTS, SHARED, type BundleContents } from './site-bundle.ts';

/** Where Astro puts the code it renders pages with, in an output that is below the working directory. */
const RENDERING = '.prerender';
/** The module of it that is asked for pages. */
const ENTRY = /^prerender-entry\b.*\.m?js$/;

/**
 * Has Astro compile pages, scripts and styles, and render none. Under which path the site will stand is said when its
 * pages are rendered. The working directory is the folder of the request.
 */
export async function compilePages({ folder, mdx }: CompileRequest): Promise<void> {
  provideOwnMdx(mdx);
  const config = inlineConfig({ base: '/' }, { folder, outDir: join(folder.root, SHARED) });
  await build({
    ...config,
    vite: {
      ...config.vite,
      environments: { prerender: { resolve: { noExternal: true, external: importedPackages(folder.root) } } },
    },
    markdown: markdown(),
    integrations: [...astroConfig.integrations, takingCode(folder.root)],
  });
}

/**
 * Packages whose modules the code imports when it runs: those this package depends on. What they depend on is found from
 * them, not from the code, and so becomes part of it; and so do Astro and what writes MDX.
 */
function importedPackages(root: string): string[] {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(dependencies).filter((name) => !['astro', '@astrojs/mdx'].includes(name));
}

/** Takes the code away once it is complete: Astro would render the pages next, and delete it. */
function takingCode(root: string): AstroIntegration {
  let styles: () => BundleContents['styles'];
  return {
    name: 'coverbook-bundle',
    hooks: {
      'astro:build:setup': ({ pages }) => {
        styles = () => [...pages].map(([key, page]) => [key, page.styles]);
      },
      'astro:build:start': (start) => {
        start.setPrerenderer({
          name: 'coverbook',
          setup: () => {
            renameSync(join(root, SHARED, RENDERING), join(root, CODE));
            const entry = readdirSync(join(root, CODE)).find((name) => ENTRY.test(name));
            if (entry === undefined)
              throw new Error('Unexpected output of Astro, expected code that renders pages');
            writeFileSync(join(root, CONTENTS), JSON.stringify({ entry, styles: styles() }));
            return Promise.resolve();
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('Unexpected page, expected none')),
        });
      },
    },
  };
}
