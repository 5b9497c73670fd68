import { parseFile } from '../src/documents/parse.ts';
import type { FileContent } from '../src/readers/reader.ts';
import { fileContent, recognise } from '../src/workspace/file-content.ts';
import { READERS } from './readers.ts';

/** What one file holds, with all readers loaded. */
export function readFile(path: string, bytes: Uint8Array): FileContent {
  const parsed = parseFile(path, bytes);
  return fileContent(parsed, recognise(READERS, parsed));
}
