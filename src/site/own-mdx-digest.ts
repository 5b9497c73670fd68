import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './kept/digest.ts';
import type { OwnMdx } from './own-mdx.ts';

/** Other modules, images (which become modules), and a layout in the front matter. */
const BRINGS_ALONG = /\bimport\b|!\[|\blayout\b/;

/**
 * A digest of the team's own MDX as it lies on the disk; undefined where a text may bring along another file, or cannot
 * be read: what its page is made of is not known then.
 */
export function ownMdxDigest({ root, keys }: OwnMdx): string | undefined {
  const texts: [file: string, key: string, text: string][] = [];
  for (const [path, key] of keys) {
    const file = join(root, path);
    const text = textOf(file);
    if (text === undefined || BRINGS_ALONG.test(text)) return undefined;
    texts.push([file, key, text]);
  }
  return digestOf(texts);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
