import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { createRequire } from 'node:module';
import { basename } from 'node:path/posix';

const require = createRequire(import.meta.url);

/** What holds for every site: how pages are laid out, what may run, what is inlined. */
export const astroConfig = {
  output: 'static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [mdx()],
  markdown: { processor: unified(), syntaxHighlight: false },
  build: {
    format: 'directory',
    assets: 'assets',
    // One stylesheet for all pages, and no inline script or style: a strict Content-Security-Policy can hold.
    inlineStylesheets: 'never',
    concurrency: 8,
  },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // No comments with the path of each module on the machine it was compiled on.
      rolldownOptions: { experimental: { attachDebugInfo: 'none' } },
    },
    experimental: {
      // What scripts and styles need is found from where they stand: they are the same files under any base.
      renderBuiltUrl: (file, { hostType, ssr }) => {
        // Styles are compiled with what renders pages, where Vite takes no word that an address be relative.
        if (hostType === 'css') return `./${basename(file)}`;
        return ssr ? undefined : { relative: true };
      },
    },
    // The team's own MDX lies outside this package, where nothing it imports could be found.
    resolve: { alias: [{ find: 'astro/jsx-runtime', replacement: require.resolve('astro/jsx-runtime') }] },
  },
} satisfies AstroUserConfig;
