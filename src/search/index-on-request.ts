/** What runs in the thread that makes a search index: see `index-in-thread.ts`. */
import { fillFolder } from '../output/fill-folder.ts';
import { answerInThread } from '../threads/answer-in-thread.ts';
import { indexFiles } from './index-files.ts';
import type { IndexRequest } from './index-in-thread.ts';
import { openPartCache } from './part-cache.ts';
import type { RecordPart } from './record-parts.ts';

answerInThread(async ({ folder, parts, cache }: IndexRequest) => {
  fillFolder(folder, await indexFiles(taken(parts), cache && openPartCache(cache.folder, cache.version)));
});

/** Each is let go of as it is taken. */
function* taken(parts: RecordPart[]): Generator<RecordPart> {
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) yield part;
}
