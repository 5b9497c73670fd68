import { lazy } from '../attack/lazy.ts';
import type { Finding } from '../findings/finding.ts';
import { fingerprints } from '../findings/fingerprint.ts';
import type { PendingFinding } from '../workspace/pending-finding.ts';
import { fileNames, type Comparison, type PlacedSide } from './comparison.ts';

/** A finding of the head with what it is known by in every run. */
export interface KnownFinding {
  pending: PendingFinding;
  /** As every report of findings has it. */
  fingerprint: string;
}

/** What the head finds and the base did not, and how many others there are. */
export interface NewFindings {
  findings: KnownFinding[];
  resolved: number;
  old: number;
}

/**
 * The findings of the head that the base has not: the same check with the same words in the same file, wherever in it,
 * and whatever the file was called, is the same finding; the second of its kind is another.
 *
 * @param moved File before → file after.
 */
export function newFindings({ base, head }: Comparison, moved: ReadonlyMap<string, string>): NewFindings {
  const filesBefore = fileNames(base);
  const before = namesOf(base, (finding) => {
    const file = filesBefore(finding);
    return moved.get(file) ?? file;
  });
  const was = new Set(before);
  const names = namesOf(head, fileNames(head));
  const own = lazy(() => fingerprints(head.pending.map(({ finding }) => finding)));
  const findings = head.pending.flatMap((pending, index): KnownFinding[] =>
    was.has(names[index] ?? '') ? [] : [{ pending, fingerprint: own()[index] ?? '' }],
  );
  const old = names.length - findings.length;
  return { findings, resolved: before.length - old, old };
}

/** A name for every finding of a side: check, file, words, and which of that kind it is. */
function namesOf({ pending }: PlacedSide, fileOf: (finding: Finding) => string): string[] {
  const seen = new Map<string, number>();
  return pending.map(({ finding }) => {
    const name = [finding.rule, fileOf(finding), steady(finding.message)].join('\0');
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    return `${name}\0${ordinal}`;
  });
}

/** A message without what differs although nothing is another: sizes, and places in the text. */
function steady(message: string): string {
  return message.replaceAll(/\b\d+(?= bytes\b)|\b(?:line|column|byte) \d+|\b\d+:\d+\b/g, '#');
}
