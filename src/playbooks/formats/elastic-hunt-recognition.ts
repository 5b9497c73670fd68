import type { ParsedFile } from '../../documents/document.ts';
import type { Recognition } from '../../readers/reader.ts';

export const elasticHuntFiles: Recognition = {
  id: 'elastic-hunt',
  extensions: ['.toml'],

  recognises(file) {
    const hunt = huntTable(file);
    return hunt !== undefined && (typeof hunt['name'] === 'string' || typeof hunt['uuid'] === 'string');
  },
};

/** The `[hunt]` table of a file. */
export function huntTable(file: ParsedFile): Record<string, unknown> | undefined {
  const document = file.documents[0];
  if (document?.syntax !== 'toml' || typeof document.data !== 'object' || document.data === null)
    return undefined;
  const hunt: unknown = (document.data as Record<string, unknown>)['hunt'];
  return typeof hunt === 'object' && hunt !== null && !Array.isArray(hunt)
    ? (hunt as Record<string, unknown>)
    : undefined;
}
