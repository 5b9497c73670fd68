import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './kept/digest.ts';
import type { OwnMdx } from './own-mdx.ts';

/** What a text may bring along or ask for that is not in it, at the risk of finding it where it only speaks of it. */
const BRINGS_ALONG = [
  // Other modules, by a statement or in an expression.
  /^[ \t]*(?:import|export)\b/m,
  /\bimport\s*[(.]/,
  // Images, which become modules, and a layout in the front matter.
  /!\[/,
  /\blayout\b/,
  // What is another each time, or elsewhere.
  /\bprocess\.\w|\bglobalThis\b|\bfetch\s*\(|\bDate\s*[(.]|\bMath\.random\b/,
];

/**
 * A digest of the team's own MDX as it lies on the disk; undefined where a text may bring along more than it says, or
 * cannot be read: what its page is made of is not known then.
 */
export function ownMdxDigest({ root, keys }: OwnMdx): string | undefined {
  const texts: [file: string, key: string, text: string][] = [];
  for (const [path, key] of keys) {
    const file = join(root, path);
    const text = textOf(file);
    if (text === undefined || BRINGS_ALONG.some((words) => words.test(text))) return undefined;
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
