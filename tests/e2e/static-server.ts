import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A static server as strict as any: nothing outside the base, folders only with their slash, its own page for the rest. */
export async function serve(
  root: string,
  base: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const prefix = base.replace(/\/*$/, '/');
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    if (!file.startsWith(prefix)) {
      response.writeHead(404).end();
      return;
    }
    readFile(join(root, normalize(file.slice(prefix.length)))).then(
      (bytes) =>
        response
          .writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' })
          .end(bytes),
      async () => {
        const page = await readFile(join(root, '404.html')).catch(() => undefined);
        response.writeHead(404, { 'Content-Type': TYPES['.html'] }).end(page);
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}${prefix}`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
