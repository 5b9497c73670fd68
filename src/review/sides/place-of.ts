import { CONFIG_SOURCE } from '../../workspace/config-source.ts';
import type { Place } from '../item-ref.ts';
import type { Side } from './read-side.ts';

/** Where a file of a side lies: in its source, and in the repository where it is part of that. */
export type PlaceOf = (source: string, path: string, line?: number) => Place;

/** @param config Path of the config from the top of the repository. */
export function placesOf({ sources }: Pick<Side, 'sources'>, config: string | undefined): PlaceOf {
  const folders = new Map(sources.map(({ source, folder }) => [source.spec.name, folder]));
  return (source, path, line) => {
    const folder = folders.get(source);
    const file = source === CONFIG_SOURCE ? config : inFolder(folder, path);
    return { source, path, ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
  };
}

function inFolder(folder: string | undefined, path: string): string | undefined {
  if (folder === undefined) return undefined;
  return folder === '' ? path : `${folder}/${path}`;
}
