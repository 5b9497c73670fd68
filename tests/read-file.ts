import { extname } from 'node:path/posix';
import type { FileContent } from '../src/readers/reader.ts';
import { fileContent, recognise } from '../src/workspace/file-content.ts';
import { judgedContent } from '../src/workspace/judged-content.ts';
import { parseFile } from './parse-file.ts';
import { READERS_BY_EXTENSION } from './readers.ts';

/** What one file holds, with all readers loaded. */
export function readFile(path: string, bytes: Uint8Array): FileContent {
  const parsed = parseFile(path, bytes);
  const readers = READERS_BY_EXTENSION.get(extname(path).toLowerCase()) ?? [];
  return judgedContent(fileContent(parsed, recognise(readers, parsed)));
}
