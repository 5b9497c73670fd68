/**
 * Where everything stands in the output: the contract between pages, layers, API files and feeds.
 * All paths are relative to the site's root, without a leading slash; pages end in one.
 */
import type { Domain } from '../attack/domain.ts';
import type { Detection } from '../detections/detection.ts';
import type { Placement } from '../mapping/mapping.ts';

export function matrixPath(domain: Domain): string {
  return `matrix/${domain}/`;
}

/** Everything the matrix of a domain can show, as data. */
export function matrixViewsPath(domain: Domain): string {
  return `${matrixPath(domain)}views.json`;
}

export function tacticPath(tacticId: string): string {
  return `tactics/${tacticId}/`;
}

/** `T1059.001` → `techniques/T1059/001/` */
export function techniquePath(id: string): string {
  return `techniques/${id.replace('.', '/')}/`;
}

/** The page of a rule; where it has none, its row in the table of the technique it stands with. */
export function detectionPath({
  source,
  slug,
  title,
  tableOf,
}: Pick<Detection, 'source' | 'slug' | 'title' | 'tableOf'>): string {
  if (tableOf !== undefined) return `${rulesPath(tableOf)}?q=${encodeURIComponent(title.toWellFormed())}`;
  return `detections/${source}/${slug}/`;
}

/** The table of rules on a technique, or on `none`, where rules have no pages. */
export function rulesPath(technique: string): string {
  return `${techniquePath(technique)}rules/`;
}

export function playbookPath(playbook: Pick<Placement, 'slug'>): string {
  return `playbooks/${playbook.slug}/`;
}

export function exercisePath(exercise: Pick<Placement, 'slug'>): string {
  return `exercises/${exercise.slug}/`;
}

/** A log source as rules name it. */
export function logPath(slug: string): string {
  return `logs/${slug}/`;
}

/** A platform of ATT&CK. */
export function platformPath(slug: string): string {
  return `platforms/${slug}/`;
}

/** An actor of ATT&CK by its id, one of a profile's own by its slug. */
export function actorPath(actorId: string): string {
  return `actors/${actorId}/`;
}

export function threatPath(profileId: string): string {
  return `threats/${profileId}/`;
}

/** The page of all checks; each has a fragment of its own. */
export const LINT_RULES_PATH = 'docs/lint-rules/';

export function layerPath(domain: Domain, layerId: string): string {
  return `layers/${domain}-${layerId}.json`;
}

/** Joins the site's `base` and a path: `/coverage` + `layers/` → `/coverage/layers/`. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/(?<!\/)\/+$/, '')}/${path}`;
}

/** The absolute URL of a path, or undefined when the config names no `site`. */
export function absoluteUrl(
  config: { site?: string | undefined; base: string },
  path: string,
): string | undefined {
  if (config.site === undefined) return undefined;
  // Layers hold tens of thousands of links, nearly all of paths a URL takes as they stand.
  return PLAIN_PATH.test(path)
    ? rootOf(config.site, config.base) + path
    : urlOf(config.site, config.base, path);
}

/** Nothing to encode and no dots to resolve: every page of an ASCII slug, every layer. */
const PLAIN_PATH = /^[\w/-]*(?:\.json)?$/;

function urlOf(site: string, base: string, path: string): string {
  return new URL(withBase(base, path), site).href;
}

let root: { site: string; base: string; href: string } | undefined;

/** The address of the site's root, kept for the site that is asked for again and again. */
function rootOf(site: string, base: string): string {
  if (root?.site !== site || root.base !== base) root = { site, base, href: urlOf(site, base, '') };
  return root.href;
}
