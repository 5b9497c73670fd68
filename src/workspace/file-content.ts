import { extname } from 'node:path/posix';
import type { DetectionDraft } from '../detections/detection.ts';
import type { parseFile } from '../documents/parse.ts';
import type { FileContent, Reader, Recognition } from '../readers/reader.ts';
import { judgeDraft } from '../robustness/judge-draft.ts';

/** The first that recognises a file. */
export function recognise<R extends Recognition>(
  readers: readonly R[],
  parsed: ReturnType<typeof parseFile>,
): R | undefined {
  if ('finding' in parsed) return undefined;
  const { file } = parsed;
  const extension = extname(file.path).toLowerCase();
  return readers.find((reader) => reader.extensions.includes(extension) && reader.recognises(file));
}

/**
 * What a parsed file holds.
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
  const detections = content.detections?.map(judged) ?? [];
  return {
    ...nothing,
    ...content,
    detections,
    format: reader.id,
    findings: [...findings, ...(content.findings ?? [])],
  };
}

function judged(draft: DetectionDraft): DetectionDraft {
  const robustness = judgeDraft(draft);
  return robustness ? { ...draft, robustness } : draft;
}
