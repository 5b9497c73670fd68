import { readdirSync, readFileSync } from 'node:fs';

/** A page of the documentation of this package, which stands on every site. */
export interface DocumentationPage {
  /** The name of its file, without its ending. */
  name: string;
  mdx: string;
}

const DOCUMENTATION = new URL('../../content/docs/', import.meta.url);

/** All of them, by name. */
export function documentationPages(): DocumentationPage[] {
  const files = readdirSync(DOCUMENTATION).filter((name) => name.endsWith('.mdx'));
  return files.sort().map((file) => ({
    name: file.slice(0, -'.mdx'.length),
    mdx: readFileSync(new URL(file, DOCUMENTATION), 'utf8'),
  }));
}
