import { extname } from 'node:path/posix';
import { PARSED_EXTENSIONS } from '../src/documents/extensions.ts';
import * as parse from '../src/documents/parse.ts';
import { syntaxOf } from '../src/documents/syntaxes.ts';

const SYNTAXES = new Map(
  await Promise.all(
    [...PARSED_EXTENSIONS].map(async (extension) => [extension, await syntaxOf(extension)] as const),
  ),
);

/** Parses a file by its extension, with all parsers loaded. */
export function parseFile(path: string, bytes: Uint8Array): ReturnType<typeof parse.parseFile> {
  return parse.parseFile(path, bytes, SYNTAXES.get(extname(path).toLowerCase()));
}
