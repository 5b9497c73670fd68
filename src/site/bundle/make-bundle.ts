import { build, type AstroIntegration } from 'astro';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { astroConfig } from '../astro-config.ts';
import { inlineConfig, markdown } from '../astro-run.ts';
import type { SiteModel } from '../model.ts';
import { PACKAGE_ROOT, SITE_PARTS } from '../package-root.ts';
import { makeSiteFolder } from '../site-folder.ts';
import { CODE, CONTENTS, SHARED, type BundleContents, type SiteBundle } from './site-bundle.ts';

/** Where Astro puts the code it renders pages with, in its output. */
const RENDERING = '.prerender';
/** The module of it that is asked for pages. */
const ENTRY = /^prerender-entry\b.*\.m?js$/;

/**
 * Has Astro compile pages, scripts and styles in a temporary folder, and render none.
 *
 * @param model Whose address, own MDX and names of ATT&CK's objects go into the code.
 */
export async function makeBundle(model: SiteModel): Promise<SiteBundle> {
  const folder = makeSiteFolder(PACKAGE_ROOT, SITE_PARTS);
  const before = process.cwd();
  // The code stands in the output only where that is below the working directory.
  process.chdir(folder.root);
  try {
    await build({
      ...inlineConfig(model.workspace.config, { folder, outDir: join(folder.root, SHARED) }),
      markdown: markdown(model),
      integrations: [...astroConfig.integrations, takingCode(folder.root)],
    });
    return {
      folder: folder.root,
      remove: () => {
        folder.remove();
      },
    };
  } catch (error) {
    folder.remove();
    throw error;
  } finally {
    process.chdir(before);
  }
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
