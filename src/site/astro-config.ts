import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { createRequire } from 'node:module';

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
    build: { assetsInlineLimit: 0 },
    // The team's own MDX lies outside this package, where nothing it imports could be found.
    resolve: { alias: [{ find: 'astro/jsx-runtime', replacement: require.resolve('astro/jsx-runtime') }] },
  },
} satisfies AstroUserConfig;
