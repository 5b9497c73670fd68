import type { Failure } from '../../threads/failure.ts';
import type { Config } from '../../workspace/config.ts';
import type { AttackLink } from '../attack-resolver.ts';
import type { OwnMdx } from '../own-mdx.ts';
import type { SiteFolder } from '../site-folder.ts';

/** What goes into the code of pages: what they show when they are rendered does not. */
export interface CompileRequest {
  /** Where Astro may write. */
  folder: Pick<SiteFolder, 'root' | 'modules'>;
  /** Where the site stands. */
  address: Pick<Config, 'site' | 'base'>;
  /** Where the ids of ATT&CK's objects lead in MDX, and what they are called. */
  links: ReadonlyMap<string, AttackLink>;
  mdx: OwnMdx;
}

/** What the process that compiles answers. */
export type CompileAnswer = { failure?: never } | { failure: Failure };
