import { parse, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A page as a crawler sees it. */
export interface SitePage {
  /** Path from the root of the output: `techniques/T1059/index.html`. */
  path: string;
  ids: Set<string>;
  /** Every `href` and `src` as written, with the tag it is on. */
  links: { tag: string; value: string }[];
}

/** Every file of a built site, forward slashes. */
export function siteFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .toSorted();
}

export function readPage(root: string, path: string): SitePage {
  const page: SitePage = { path, ids: new Set(), links: [] };
  visit(parse(readFileSync(join(root, path), 'utf8')), page);
  return page;
}

function visit(node: DefaultTreeAdapterTypes.Node, page: SitePage): void {
  if (tree.isElementNode(node)) {
    for (const { name, value } of node.attrs) {
      if (name === 'id') page.ids.add(value);
      if (name === 'href' || name === 'src') page.links.push({ tag: node.tagName, value });
    }
  }
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, page);
}
