import { build, type AstroIntegration } from 'astro';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
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

/** Has Astro compile pages, scripts and styles, and render none. The working directory is the folder of the request. */
export async function compilePages({ folder, address, links, mdx }: CompileRequest): Promise<void> {
  provideOwnMdx(mdx);
  await build({
    ...inlineConfig(address, { folder, outDir: join(folder.root, SHARED) }),
    markdown: markdown((id) => links.get(id)),
    integrations: [...astroConfig.integrations, takingCode(folder.root)],
  });
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
