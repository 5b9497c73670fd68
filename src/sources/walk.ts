import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathFilter } from './glob.ts';
import type { SourceSpec } from './source.ts';

/** Folders that hold no content of the team: Git's own data and installed packages. */
const LEFT_OUT = new Set(['.git', 'node_modules']);

export interface FolderListing {
  /** Sorted by code unit. */
  files: { path: string; size: number }[];
  unreadable: { path: string; reason: string }[];
  /** Selected symbolic links, to files or folders. Sorted by code unit. */
  links: string[];
}

/**
 * The regular files below a folder that the globs choose. Symbolic links, to files or folders, are not
 * followed. A glob library would do for the walk, but those at hand drop file names with a line feed.
 */
export function listFolder(root: string, spec: Pick<SourceSpec, 'include' | 'exclude'>): FolderListing {
  const isSelected = pathFilter(spec.include, spec.exclude);
  const listing: FolderListing = { files: [], unreadable: [], links: [] };
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
        const path = folder + entry.name;
        if (LEFT_OUT.has(entry.name)) continue;
        if (entry.isDirectory()) folders.push(`${path}/`);
        else if (!isSelected(path)) continue;
        else if (entry.isFile()) addFile(root, path, listing);
        else if (entry.isSymbolicLink()) listing.links.push(path);
      }
    } catch (error) {
      listing.unreadable.push({ path: folder, reason: reasonOf(error) });
    }
  }
  listing.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  listing.links.sort();
  return listing;
}

function addFile(root: string, path: string, listing: FolderListing): void {
  try {
    listing.files.push({ path, size: lstatSync(join(root, path)).size });
  } catch (error) {
    listing.unreadable.push({ path, reason: reasonOf(error) });
  }
}

/** `EACCES: permission denied`: the cause without the path, which the finding names anyway. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split(', ')[0] ?? error.message) : String(error);
}
