/* eslint-disable regexp/no-super-linear-backtracking, regexp/no-super-linear-move -- Of our own stylesheet. */
/** The two themes of the site. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A custom property of the stylesheets, by its name without the dashes: `ink`, `proven-fill`. */
export interface Token {
  name: string;
  /** What it is in each theme; the same twice for what does not depend on it. */
  value: Record<Theme, string>;
}

const ROOT = /:root\s*\{([^}]*)\}/g;
const DECLARATION = /--([\w-]+):\s*([^;]+);/g;
const PAIR = /^light-dark\(((?:[^()]|\([^()]*\))+),\s*((?:[^()]|\([^()]*\))+)\)$/;
const ALIAS = /^var\(--([\w-]+)\)$/;

/**
 * The tokens a stylesheet declares on its root, in order. A name that is given again further down is a part's own use
 * of it (`--mark` of one level), not a token.
 */
export function readTokens(css: string): Token[] {
  const written = new Map<string, string>();
  for (const [, declarations = ''] of css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(ROOT)) {
    for (const [, name = '', value = ''] of declarations.matchAll(DECLARATION))
      written.set(name, value.replaceAll(/\s+/g, ' ').trim());
  }
  const resolve = (value: string): string => {
    const alias = ALIAS.exec(value)?.[1];
    const target = alias === undefined ? undefined : written.get(alias);
    return target === undefined ? value : resolve(target);
  };
  return [...written].map(([name, value]) => {
    const resolved = resolve(value);
    const [, light = resolved, dark = resolved] = PAIR.exec(resolved) ?? [];
    return { name, value: { light: light.trim(), dark: dark.trim() } };
  });
}
