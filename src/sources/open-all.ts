import { openSource, type OpenOptions } from './open.ts';
import type { Source, SourceSpec } from './source.ts';

/** Sources opened at the same time: each has a Git or two at work. */
const AT_ONCE = 8;

/**
 * Opens sources side by side, since most of the time is spent waiting for Git. Those of one place wait for each other:
 * they share a clone.
 *
 * @returns In the order of the specs.
 * @throws {SourceError} of the first spec, in that order, that cannot be opened
 */
export async function openSources(
  specs: readonly SourceSpec[],
  { cacheDir, onProgress, onWarning }: Omit<OpenOptions, 'fullHistory'>,
): Promise<Source[]> {
  const opened: PromiseSettledResult<Source>[] = [];
  const places = [...Map.groupBy(specs.entries(), ([, { path, git }]) => path ?? git).values()];
  const openNext = async (): Promise<void> => {
    for (let place = places.shift(); place !== undefined; place = places.shift()) {
      for (const [index, spec] of place) {
        onProgress?.(`Reading ${spec.name}`);
        const fullHistory = spec.role === 'deployed';
        const options = { cacheDir, fullHistory, onProgress, onWarning };
        [opened[index]] = await Promise.allSettled([openSource(spec, options)]);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, openNext));
  return opened.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
