import { isUndated } from '../playbooks/undated.ts';
import type { FileContent } from '../readers/reader.ts';
import type { FileHistory } from '../sources/source.ts';
import type { Readable } from './read-content.ts';

/** A source being read, with the dates of its files. */
export interface DatedSource extends Readable {
  /** What the log says of each file, by path; empty when nobody needs it. To be asked when all is read. */
  history: () => Promise<ReadonlyMap<string, FileHistory>>;
}

/**
 * Has Git read the log of a source beside the files, as soon as it is known to be needed: when everything is to have
 * its dates, or the first item of a deployed source states none of its own.
 */
export function withDates({ source, cache }: Readable, always: boolean): DatedSource {
  let log: ReturnType<typeof source.history> | undefined;
  const ask = (): void => {
    log = source.history();
    // Whoever waits for it is told.
    log.catch(() => undefined);
  };
  if (always) ask();
  const look = (content: FileContent): void => {
    if (!log && source.spec.role === 'deployed' && isAnyUndated(content)) ask();
  };
  return {
    source,
    cache: {
      content(file) {
        const content = cache.content(file);
        if (content) look(content);
        return content;
      },
      keepContent(file, content, written) {
        look(content);
        cache.keepContent(file, content, written);
      },
    },
    history: async () => (await log) ?? new Map(),
  };
}

/** Holds something that states no date of its own: only the log can say how fresh it is. */
function isAnyUndated(content: FileContent): boolean {
  return (
    content.detections.some(({ modified }) => modified === undefined) || content.playbooks.some(isUndated)
  );
}
