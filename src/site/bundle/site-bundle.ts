/**
 * The pages as code that renders them, and the files every page shares. It depends on much less than what the pages say,
 * and compiling it takes longer than rendering a hundred of them.
 */
export interface SiteBundle {
  /** Absolute path. */
  readonly folder: string;
  /** Lets go of it. */
  remove(): void;
}

/** In the folder of a bundle: scripts, styles, fonts and what is published as it is, by path from the root of the site. */
export const SHARED = 'shared';
/** As above: the modules that render pages. */
export const CODE = 'code';
/** As above: {@link BundleContents} as JSON. */
export const CONTENTS = 'bundle.json';

export interface BundleContents {
  /** File name of the module to begin with. */
  entry: string;
  /** The stylesheets of each page, both as Astro knows them. */
  styles: [page: string, sheets: unknown][];
}
