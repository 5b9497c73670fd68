import type { FileContent, Reader } from '../src/readers/reader.ts';
import { parseFile } from './parse-file.ts';

export interface ReadText extends Omit<FileContent, 'format'> {
  isRecognised: boolean;
}

/** Parses and reads one file as a run does. */
export function readWith(reader: Reader, path: string, content: string | Uint8Array): ReadText {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const parsed = parseFile(path, bytes);
  const nothing: ReadText = {
    isRecognised: false,
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
  if (!reader.recognises(parsed.file)) return { ...nothing, findings };
  const read = reader.read(parsed.file);
  return { ...nothing, ...read, isRecognised: true, findings: [...findings, ...(read.findings ?? [])] };
}
