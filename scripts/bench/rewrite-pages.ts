import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

// The least that writing a site costs: the HTML of one that is built is read into memory and written again. With `template`
// each page is put together anew from its head, body and foot, by a template literal, as a script of one's own would.
const [from = '', to = '', how = 'copy'] = process.argv.slice(2);
const pages = readdirSync(from, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
  .map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return { path: relative(from, file), html: readFileSync(file, 'utf8') };
  });
for (const { path, html } of pages) {
  const file = join(to, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, how === 'template' ? rendered(html) : html);
}
process.stdout.write(`${String(pages.length)}\n`);

function rendered(html: string): string {
  const title = /<title>([^<]*)/.exec(html)?.[1] ?? '';
  const main = /<main[^]*<\/main>/.exec(html)?.[0] ?? '';
  const items = [...main.matchAll(/<h2[^>]*>([^]*?)<\/h2>/g)].map(
    ([, heading]) => `<li>${heading ?? ''}</li>`,
  );
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><ul>${items.join('')}</ul></nav>${main}</body></html>`;
}
