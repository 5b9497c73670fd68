import type { parseFile } from '../documents/parse.ts';
import type { FileContent, Reader, Recognition } from '../readers/reader.ts';

/**
 * The first that recognises a file.
 *
 * @param readers Of its extension.
 */
export function recognise<R extends Recognition>(
  readers: readonly R[],
  parsed: ReturnType<typeof parseFile>,
): R | undefined {
  if ('finding' in parsed) return undefined;
  return readers.find((reader) => reader.recognises(parsed.file));
}

/**
 * What a parsed file holds. Rules their reader does not judge are still without a judgement (`judged-content.ts`).
 *
 * @param reader The one of its format; without one it holds findings alone.
 */
export function fileContent(parsed: ReturnType<typeof parseFile>, reader: Reader | undefined): FileContent {
  const nothing: FileContent = {
    format: null,
    detections: [],
    playbooks: [],
    exercises: [],
    threats: [],
    regressions: [],
    atomics: [],
    findings: [],
  };
  if ('finding' in parsed) return { ...nothing, findings: [parsed.finding] };
  const findings = parsed.findings ?? [];
  if (!reader) return { ...nothing, findings };
  const content = reader.read(parsed.file);
  return {
    ...nothing,
    ...content,
    format: reader.id,
    findings: [...findings, ...(content.findings ?? [])],
  };
}
