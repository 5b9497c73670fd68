import { decodeText } from '../documents/decode.ts';
import type { Finding } from '../findings/finding.ts';
import type { Reader } from '../readers/reader.ts';
import type { Source, SourceFile } from '../sources/source.ts';
import type { PendingFinding } from './pending-finding.ts';
import type { ReadFile } from './read-content.ts';

/**
 * Gives findings their lines. Positions need a slow, exact parse, so only files with findings get one, and
 * only then is the text of an already parsed file read again.
 */
export async function locateFindings(
  pending: readonly PendingFinding[],
  sources: readonly { source: Source; contents: readonly ReadFile[] }[],
): Promise<Finding[]> {
  const located: Finding[] = [];
  const readers = pending.some(({ at }) => at !== undefined) ? (await import('./readers.ts')).READERS : [];
  for (const { source, contents } of sources) {
    const mine = pending.filter(({ finding }) => finding.source === source.spec.name);
    const byPath = Map.groupBy(mine, ({ finding }) => finding.path);
    const asked = new Map<SourceFile, { reader: Reader; findings: PendingFinding[] }>();
    for (const { file, content } of contents) {
      const findings = byPath.get(file.path)?.filter(({ at }) => at !== undefined) ?? [];
      const reader = readers.find(({ id }) => id === content.format);
      if (reader && findings.length > 0) asked.set(file, { reader, findings });
    }
    const ranges = new Map<PendingFinding, Finding['range']>();
    for await (const { file, bytes } of source.read([...asked.keys()])) {
      const text = decodeText(bytes);
      const { reader, findings } = asked.get(file) ?? { findings: [] };
      for (const item of findings) {
        if (item.at) ranges.set(item, reader?.locate(text, item.at.ordinal, item.at.pointer));
      }
    }
    for (const item of mine) {
      const range = ranges.get(item);
      located.push(range ? { ...item.finding, range } : item.finding);
    }
  }
  return located.sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.source, b.source) ||
    compare(a.path, b.path) ||
    (a.range?.line ?? 0) - (b.range?.line ?? 0) ||
    (a.range?.column ?? 0) - (b.range?.column ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
