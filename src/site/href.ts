import { withBase } from '../output/paths.ts';
import { currentSiteModel } from './model.ts';

/**
 * A link inside the site: a path of `output/paths.ts` (no leading slash) under the config's base. Not under
 * `import.meta.env.BASE_URL`: Astro lets a variable of that name in the environment override it.
 */
export function href(path: string): string {
  return withBase(currentSiteModel()?.workspace.config.base ?? '/', path);
}
