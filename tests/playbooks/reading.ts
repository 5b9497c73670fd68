import type { FileContent, Reader } from '../../src/readers/reader.ts';
import { parseFile } from '../parse-file.ts';

/** What a reader makes of a file, or undefined when it does not recognise it. */
export function readContent(
  reader: Reader,
  path: string,
  text: string | Uint8Array,
): Partial<Omit<FileContent, 'format'>> | undefined {
  const parsed = parseFile(path, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if ('finding' in parsed) return { findings: [parsed.finding] };
  return reader.recognises(parsed.file) ? reader.read(parsed.file) : undefined;
}

/** Findings in a line each: `12:3 error playbook/invalid-field Unexpected … (hint)`. */
export function printed(content: Partial<Omit<FileContent, 'format'>> | undefined): string[] {
  return (content?.findings ?? []).map(
    ({ range, severity, rule, message, hint }) =>
      `${range?.line ?? '?'}:${range?.column ?? '?'} ${severity} ${rule} ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );
}
