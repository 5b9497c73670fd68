import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { mdxPlaybooks } from './site/mdx-playbooks.ts';

/** Documentation of this package: what the numbers mean. */
const docs = defineCollection({
  loader: glob({ base: './content/docs', pattern: '**/*.mdx' }),
  schema: z.object({ title: z.string(), description: z.string(), order: z.number() }),
});

/** The team's own `.mdx` playbooks; their front matter is read elsewhere. Ids are the playbooks' keys. */
const playbooks = defineCollection({
  loader: mdxPlaybooks(),
  schema: z.looseObject({}),
});

export const collections = { docs, playbooks };
