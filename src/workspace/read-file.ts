import { extname } from 'node:path/posix';
import type { DetectionDraft } from '../detections/detection.ts';
import { parseFile } from '../documents/parse.ts';
import type { FileContent } from '../readers/reader.ts';
import { judgeDraft } from '../robustness/judge-draft.ts';
import { READERS } from './readers.ts';

/** What one file holds: read by the first reader that recognises it. */
export function readFile(path: string, bytes: Uint8Array): FileContent {
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
  const parsed = parseFile(path, bytes);
  if ('finding' in parsed) return { ...nothing, findings: [parsed.finding] };
  const findings = parsed.findings ?? [];
  const extension = extname(path).toLowerCase();
  const reader = READERS.find(
    (candidate) => candidate.extensions.includes(extension) && candidate.recognises(parsed.file),
  );
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
