import { glob, type Loader } from 'astro/loaders';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { escapePath } from 'tinyglobby';
import { currentSiteModel } from './model.ts';

/** Loads the `.mdx` playbooks of the team's own folders; entry id = playbook key. Any other MDX never runs. */
export function mdxPlaybooks(): Loader {
  return {
    name: 'coverbook-mdx-playbooks',
    load: async (context) => {
      const model = currentSiteModel();
      context.store.clear();
      if (!model) return;
      const { workspace } = model;
      const { root } = workspace.config;
      const keys = new Map<string, string>();
      for (const { key, mdx, source, path } of workspace.playbooks) {
        const spec = workspace.sources.find((opened) => opened.spec.name === source)?.spec;
        if (!mdx || !spec?.own || spec.path === undefined) continue;
        keys.set(relative(root, join(spec.path, path)).split(sep).join('/'), key);
      }
      if (keys.size === 0) return;
      await glob({
        base: pathToFileURL(`${root}/`),
        pattern: [...keys.keys()].map((path) => escapePath(path)),
        generateId: ({ entry }) => keys.get(entry) ?? entry,
      }).load(context);
    },
  };
}
