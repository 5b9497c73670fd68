import type { Failure } from '../../threads/failure.ts';
import type { OwnMdx } from '../own-mdx.ts';
import type { SiteFolder } from '../site-folder.ts';

/** What goes into the code of pages: what they show when they are rendered, and where they stand, does not. */
export interface CompileRequest {
  /** Where Astro may write. */
  folder: Pick<SiteFolder, 'root' | 'modules'>;
  mdx: OwnMdx;
}

/** What the process that compiles answers. */
export type CompileAnswer = { failure?: never } | { failure: Failure };
