import type { AstroIntegration } from 'astro';
import type { SiteModel } from './model.ts';

/** Serves layers and API files beside the pages while one works on these. */
export function coverbookIntegration(model: SiteModel): AstroIntegration {
  return {
    name: 'coverbook',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const { base } = model.workspace.config;
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          // Astro strips the base before some of its own middleware, so both spellings occur.
          const bare = path.startsWith(base) ? path.slice(base.length) : path;
          const pieces = model.api.get(bare.replace(/^\/+/, ''));
          if (pieces === undefined) {
            next();
            return;
          }
          response.setHeader('Content-Type', 'application/json; charset=utf-8');
          response.setHeader('Access-Control-Allow-Origin', '*');
          response.end([...pieces()].join(''));
        });
      },
    },
  };
}
