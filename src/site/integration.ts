import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { fillFolder } from '../output/fill-folder.ts';
import type { SiteModel } from './model.ts';

/** Puts layers and API files beside the pages: written after a build, served while working. */
export function coverbookIntegration(model: SiteModel, onPages?: (count: number) => void): AstroIntegration {
  return {
    name: 'coverbook',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const { base } = model.workspace.config;
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          // Astro strips the base before some of its own middleware, so both spellings occur.
          const bare = path.startsWith(base) ? path.slice(base.length) : path;
          const text = model.api.get(bare.replace(/^\/+/, ''));
          if (text === undefined) {
            next();
            return;
          }
          response.setHeader('Content-Type', 'application/json; charset=utf-8');
          response.setHeader('Access-Control-Allow-Origin', '*');
          response.end(text());
        });
      },
      'astro:build:done': ({ dir, pages }) => {
        fillFolder(fileURLToPath(dir), model.api);
        onPages?.(pages.length);
      },
    },
  };
}
