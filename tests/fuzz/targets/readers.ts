import { holdReading } from '../hold-reading.ts';
import { mutatedFile } from '../mutated-file.ts';
import { aTarget, type Seeds, type Target } from '../target.ts';

/** Every reader, each from files of its own format. */
export function readerTargets(seeds: Seeds): Target[] {
  return [...seeds].map(([id, ofFormat]) =>
    aTarget(`reader ${id}`, mutatedFile(ofFormat), ({ path, bytes }) => {
      holdReading(path, bytes);
    }),
  );
}
