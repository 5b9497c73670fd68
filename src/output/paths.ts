/**
 * Where everything stands in the output: the contract between pages, layers, API files and feeds.
 * All paths are relative to the site's root, without a leading slash; pages end in one.
 */
import type { Domain } from '../attack/domain.ts';
import type { Placement } from '../mapping/mapping.ts';

export function matrixPath(domain: Domain): string {
  return `matrix/${domain}/`;
}

export function tacticPath(tacticId: string): string {
  return `tactics/${tacticId}/`;
}

/** `T1059.001` → `techniques/T1059/001/` */
export function techniquePath(id: string): string {
  return `techniques/${id.replace('.', '/')}/`;
}

export function detectionPath(detection: Pick<Placement, 'source' | 'slug'>): string {
  return `detections/${detection.source}/${detection.slug}/`;
}

export function playbookPath(playbook: Pick<Placement, 'slug'>): string {
  return `playbooks/${playbook.slug}/`;
}

export function exercisePath(exercise: Pick<Placement, 'slug'>): string {
  return `exercises/${exercise.slug}/`;
}

/** An actor of ATT&CK by its id, one of a profile's own by its slug. */
export function actorPath(actorId: string): string {
  return `actors/${actorId}/`;
}

export function threatPath(profileId: string): string {
  return `threats/${profileId}/`;
}

export function layerPath(domain: Domain, layerId: string): string {
  return `layers/${domain}-${layerId}.json`;
}

/** Joins the site's `base` and a path: `/coverage` + `layers/` → `/coverage/layers/`. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path}`;
}

/** The absolute URL of a path, or undefined when the config names no `site`. */
export function absoluteUrl(
  config: { site?: string | undefined; base: string },
  path: string,
): string | undefined {
  return config.site === undefined ? undefined : new URL(withBase(config.base, path), config.site).href;
}
