import { parseFile } from '../src/documents/parse.ts';
import type { DetectionDraft } from '../src/detections/detection.ts';
import type { FileFinding } from '../src/findings/finding.ts';
import type { Reader, RegressionTest } from '../src/readers/reader.ts';

export interface ReadText {
  isRecognised: boolean;
  detections: DetectionDraft[];
  regressions: RegressionTest[];
  findings: FileFinding[];
}

/** Parses and reads one file as a run does. */
export function readWith(reader: Reader, path: string, content: string | Uint8Array): ReadText {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const parsed = parseFile(path, bytes);
  const nothing = { isRecognised: false, detections: [], regressions: [] };
  if ('finding' in parsed) return { ...nothing, findings: [parsed.finding] };
  const findings = parsed.findings ?? [];
  if (!reader.recognises(parsed.file)) return { ...nothing, findings };
  const { detections = [], regressions = [], findings: read = [] } = reader.read(parsed.file);
  return { isRecognised: true, detections, regressions, findings: [...findings, ...read] };
}
