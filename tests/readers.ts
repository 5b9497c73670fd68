import { loadReader, type Reader } from '../src/readers/reader.ts';
import * as readers from '../src/workspace/readers.ts';

/** Every reader, all of them loaded. */
export const READERS: readonly Reader[] = await Promise.all(readers.READERS.map(loadReader));
