import { extname } from 'node:path/posix';
import { parseFile } from '../documents/parse.ts';
import { syntaxOf } from '../documents/syntaxes.ts';
import { loadReader, type FileContent } from '../readers/reader.ts';
import { fileContent, recognise } from './file-content.ts';
import { readersOf } from './readers.ts';

/** What one file holds: read by the first reader of its extension that recognises it. */
export async function readFile(path: string, bytes: Uint8Array): Promise<FileContent> {
  const extension = extname(path).toLowerCase();
  const [syntax, readers] = await Promise.all([syntaxOf(extension), readersOf(extension)]);
  const parsed = parseFile(path, bytes, syntax);
  const known = recognise(readers, parsed);
  const content = fileContent(parsed, known && (await loadReader(known)));
  if (content.detections.every(({ robustness }) => robustness !== undefined)) return content;
  const { judgedContent } = await import('./judged-content.ts');
  return judgedContent(content);
}
