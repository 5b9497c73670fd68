import { glob, type Loader } from 'astro/loaders';
import { pathToFileURL } from 'node:url';
import { escapePath } from 'tinyglobby';
import { currentOwnMdx } from './own-mdx.ts';

/** Loads the `.mdx` playbooks of the team's own folders; entry id = playbook key. Any other MDX never runs. */
export function mdxPlaybooks(): Loader {
  return {
    name: 'coverbook-mdx-playbooks',
    load: async (context) => {
      context.store.clear();
      const { root, keys } = currentOwnMdx() ?? { root: '', keys: new Map<string, string>() };
      if (keys.size === 0) return;
      await glob({
        base: pathToFileURL(`${root}/`),
        pattern: [...keys.keys()].map((path) => escapePath(path)),
        generateId: ({ entry }) => keys.get(entry) ?? entry,
      }).load(context);
    },
  };
}
