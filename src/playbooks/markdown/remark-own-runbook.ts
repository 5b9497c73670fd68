import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { fieldsOf, textOf } from '../../documents/fields.ts';

/**
 * Tells the plugins after it that a text of Astro's is a hunt: its front matter has a hypothesis. Astro's processor has one
 * setting for all MDX, documentation as well.
 */
export function remarkOwnRunbook() {
  return (_tree: Root, file: VFile): void => {
    const fields = fieldsOf(fieldsOf(file.data['astro'])?.['frontmatter']);
    const hypothesis = textOf(fields?.['hypothesis']);
    if (hypothesis === undefined) return;
    const runbook = { title: textOf(fields?.['title']), hypothesis };
    file.data.coverbook = { ...file.data.coverbook, runbook };
  };
}
