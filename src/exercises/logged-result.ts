import { techniqueIdIn } from '../attack/ids.ts';
import type { FileFinding, Range } from '../findings/finding.ts';
import { declaredTechnique } from '../mapping/technique-mapping.ts';
import type { MappingDraft, Pointer } from '../mapping/mapping.ts';
import type { ExerciseResultDraft } from './exercise.ts';

/** One entry of a tool's log as it stands there; only with a technique and a day it is a result. */
export interface LoggedResult {
  result: Omit<ExerciseResultDraft, 'mapping' | 'times'>;
  mapping: MappingDraft | undefined;
  /** Where the entry stands. */
  pointer: Pointer;
}

/** A result that lacks nothing. */
export type DatedResult = ExerciseResultDraft & { date: string };

/** A technique by its id or, where the cell holds none, by a name ATT&CK may know. */
export function techniqueByIdOrName(
  id: { text: string | undefined; pointer: Pointer },
  name: { text: string | undefined; pointer: Pointer },
): MappingDraft | undefined {
  if (id.text !== undefined && techniqueIdIn(id.text) !== undefined)
    return declaredTechnique(id.text, id.pointer);
  if (name.text !== undefined) return declaredTechnique(name.text, name.pointer);
  return id.text === undefined ? undefined : declaredTechnique(id.text, id.pointer);
}

/**
 * The entries that are results, and one finding for each way of falling short, at the first entry that does: a log
 * of ten thousand lines is not mended line by line.
 */
export function completeResults(
  logged: readonly LoggedResult[],
  locate: (pointer: Pointer) => Range | undefined,
): { results: DatedResult[]; findings: FileFinding[] } {
  const results: DatedResult[] = [];
  const undated: LoggedResult[] = [];
  const unmapped: LoggedResult[] = [];
  for (const entry of logged) {
    const { result, mapping } = entry;
    const { date, name } = result;
    if (date === undefined) undated.push(entry);
    else if (!mapping) unmapped.push(entry);
    else results.push({ mapping, ...result, ...(name !== undefined && { name: oneLine(name) }), date });
  }
  const at = ([first]: LoggedResult[]): Pick<FileFinding, 'range'> => {
    const range = first && locate(first.pointer);
    return range ? { range } : {};
  };
  const findings: FileFinding[] = [];
  if (undated.length > 0) {
    findings.push({
      rule: 'exercise/undated-result',
      severity: 'note',
      message: `Unexpected result without a date, expected the day it is from; ${leftOut(undated.length)}`,
      hint: 'Write the day as `2026-06-12`. What has no date cannot be held against the proof window.',
      ...at(undated),
    });
  }
  if (unmapped.length > 0) {
    findings.push({
      rule: 'exercise/unmapped-result',
      severity: 'note',
      message: `Unexpected result without a technique, expected the id of one; ${leftOut(unmapped.length)}`,
      hint: 'Write the technique’s id, for example `T1003.001`.',
      ...at(unmapped),
    });
  }
  return { results, findings };
}

/** Cells may hold line breaks; a name has none. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function leftOut(count: number): string {
  return count === 1 ? 'it is left out' : `${count} such results are left out`;
}
