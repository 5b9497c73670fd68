import type { AstroIntegration } from 'astro';
import type { indexFiles } from './index-files.ts';

/**
 * Serves the search index while one works on pages; it is made when it is first asked for.
 *
 * @param index Makes it.
 */
export function searchIntegration(index: () => ReturnType<typeof indexFiles>): AstroIntegration {
  let files: ReturnType<typeof indexFiles> | undefined;
  const make = (): ReturnType<typeof indexFiles> => {
    files ??= index();
    // Whoever awaits it is told; until then a failure must not end the process.
    files.catch(() => undefined);
    return files;
  };
  return {
    name: 'coverbook-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const [, path] =
            /\/(pagefind\/.+)$/.exec(new URL(request.url ?? '/', 'http://localhost').pathname) ?? [];
          if (path === undefined) {
            next();
            return;
          }
          void make().then((made) => {
            const content = made.get(path);
            if (!content) response.statusCode = 404;
            if (path.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
            response.end(content);
          }, next);
        });
      },
    },
  };
}
