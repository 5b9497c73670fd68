import { readdir, readFile } from 'node:fs/promises';
import type { SiteModel } from '../site/model.ts';
import { indexFiles } from './index-files.ts';
import type { SearchRecord } from './record.ts';
import { searchRecords } from './records.ts';
import { documentationRecord } from './records/documentation.ts';

/** Documentation of this package, which stands on every site. */
const DOCUMENTATION = new URL('../../content/docs/', import.meta.url);

/** The search index of a site, by path from its root: `pagefind/pagefind.js` → bytes. */
export async function searchFiles(model: SiteModel): Promise<Map<string, Uint8Array>> {
  const files = await indexFiles([...searchRecords(model), ...(await documentation())]);
  return new Map([...files].map(([path, content]) => [`pagefind/${path}`, content]));
}

async function documentation(): Promise<SearchRecord[]> {
  const names = (await readdir(DOCUMENTATION)).filter((name) => name.endsWith('.mdx')).sort();
  return Promise.all(
    names.map(async (name) =>
      documentationRecord(
        name.slice(0, -'.mdx'.length),
        await readFile(new URL(name, DOCUMENTATION), 'utf8'),
      ),
    ),
  );
}
