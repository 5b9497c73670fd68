import { withBase } from '../output/paths.ts';

/** A link inside the site: a path of `output/paths.ts` (no leading slash) under the site's base. */
export function href(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}
