import { parseFile } from '../documents/parse.ts';
import { loadReader, type FileContent } from '../readers/reader.ts';
import { fileContent, recognise } from './file-content.ts';
import { READERS } from './readers.ts';

/** What one file holds: read by the first reader that recognises it. */
export async function readFile(path: string, bytes: Uint8Array): Promise<FileContent> {
  const parsed = parseFile(path, bytes);
  const known = recognise(READERS, parsed);
  return fileContent(parsed, known && (await loadReader(known)));
}
