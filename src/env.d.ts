/// <reference path="../.astro/types.d.ts" />

// `astro check` knows components by their own types; this is for `tsc`, which does not read `.astro` files.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
