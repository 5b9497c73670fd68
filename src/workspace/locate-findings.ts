import { decodeText } from '../documents/decode.ts';
import type { Finding, Range } from '../findings/finding.ts';
import type { Source, SourceFile } from '../sources/source.ts';
import type { ContentCache } from './content-cache.ts';
import type { PendingFinding, PlaceInFile } from './pending-finding.ts';
import type { ReadFile } from './read-content.ts';

/** A source with what was read from it and where that is kept. */
export interface LocatableSource {
  source: Source;
  contents: readonly ReadFile[];
  cache: ContentCache;
}

/** A place a finding is at, in a file that was read. */
interface Place {
  file: SourceFile;
  format: string | null;
  at: PlaceInFile;
}

/**
 * Gives findings their lines, and sorts them by place. Positions need another look at the text, sometimes an
 * exact and slow parse, so only places nobody has looked for before are looked for.
 */
export async function locateFindings(
  pending: readonly PendingFinding[],
  sources: readonly LocatableSource[],
): Promise<Finding[]> {
  const located: Finding[] = [];
  const bySource = Map.groupBy(pending, ({ finding }) => finding.source);
  for (const { source, contents, cache } of sources) {
    const files = new Map(contents.map((read) => [read.file.path, read]));
    const findings = (bySource.get(source.spec.name) ?? []).map(({ finding, at }) => {
      const read = files.get(finding.path);
      return { finding, place: at && read && { file: read.file, format: read.content.format, at } };
    });
    await lookUp(
      source,
      findings.flatMap(({ place }) => place ?? []),
      cache,
    );
    for (const { finding, place } of findings) {
      const range = place && cache.range(place.file, place.at);
      located.push(range ? { ...finding, range } : finding);
    }
  }
  return located.sort(byPlace);
}

/** Looks for the places the cache does not know and keeps what comes of it. */
async function lookUp(source: Source, places: readonly Place[], cache: ContentCache): Promise<void> {
  const unknown = places.filter(({ file, at }) => cache.range(file, at) === undefined);
  if (unknown.length === 0) return;
  const { READERS } = await import('./readers.ts');
  const byFile = Map.groupBy(unknown, ({ file }) => file);
  for await (const { file, bytes } of source.read([...byFile.keys()])) {
    const text = decodeText(bytes);
    for (const { format, at } of byFile.get(file) ?? []) {
      const reader = READERS.find(({ id }) => id === format);
      const range: Range | undefined = reader?.locate(text, at.ordinal, at.pointer);
      cache.keepRange(file, at, range ?? null);
    }
  }
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
