import { defineConfig } from 'astro/config';
import { astroConfig } from './src/site/astro-config.ts';

// For `astro check` and editors. The site itself is built by `coverbook build`, which adds title, URL and base.
export default defineConfig(astroConfig);
