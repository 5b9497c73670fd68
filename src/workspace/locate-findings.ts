import { extname } from 'node:path/posix';
import { decodeText } from '../documents/decode.ts';
import { locateOffsets, offsetPointer } from '../documents/locate-offsets.ts';
import { writtenSpan } from '../documents/written-span.ts';
import type { Finding, Range } from '../findings/finding.ts';
import { loadReader, type Reader } from '../readers/reader.ts';
import type { Source, SourceFile } from '../sources/source.ts';
import { CONFIG_SOURCE } from './config-source.ts';
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
  /** Asked for is where exactly this text stands, to be written over. */
  written?: string;
}

/**
 * Gives findings their lines, and sorts them by place. Positions need another look at the text, sometimes an
 * exact and slow parse, so only places nobody has looked for before are looked for.
 *
 * @param configFile Absolute path; findings about the config are left out without it.
 */
export async function locateFindings(
  pending: readonly PendingFinding[],
  sources: readonly LocatableSource[],
  configFile?: string,
): Promise<Finding[]> {
  const located: Finding[] = [];
  const bySource = Map.groupBy(pending, ({ finding }) => finding.source);
  for (const { source, contents, cache } of sources) {
    const files = new Map(contents.map((read) => [read.file.path, read]));
    const findings = (bySource.get(source.spec.name) ?? []).map(({ finding, at, rewrite }) => {
      const read = files.get(finding.path);
      const place = at && read && { file: read.file, format: read.content.format, at };
      return { finding, place, rewrite, text: place && rewrite && textPlace(place, rewrite.written) };
    });
    await lookUp(
      source,
      findings.flatMap(({ place, text }) => [place ?? [], text ?? []].flat()),
      cache,
    );
    for (const { finding, place, rewrite, text } of findings) {
      const range = place && cache.range(place.file, place.at);
      const textRange = text && cache.range(text.file, text.at);
      located.push({
        ...finding,
        ...(range && { range }),
        ...(rewrite && textRange && { fix: { range: textRange, text: rewrite.text } }),
      });
    }
  }
  const ofConfig = bySource.get(CONFIG_SOURCE) ?? [];
  if (configFile !== undefined && ofConfig.length > 0) {
    const { locateConfigFindings } = await import('./locate-config-findings.ts');
    located.push(...locateConfigFindings(ofConfig, configFile));
  }
  return located.sort(byPlace);
}

/** Places are kept by pointer; the text at a pointer is a place of its own. */
function textPlace({ file, format, at }: Place, written: string): Place {
  return { file, format, at: { ...at, pointer: [...at.pointer, 'text()'] }, written };
}

/** Looks for the places the cache does not know and keeps what comes of it. */
async function lookUp(source: Source, places: readonly Place[], cache: ContentCache): Promise<void> {
  const unknown = places.filter(({ file, at }) => cache.range(file, at) === undefined);
  if (unknown.length === 0) return;
  const { readersOf } = await import('./readers.ts');
  const byFile = Map.groupBy(unknown, ({ file }) => file);
  for await (const { file, bytes } of source.read([...byFile.keys()])) {
    const text = decodeText(bytes);
    const readers = await readersOf(extname(file.path).toLowerCase());
    for (const { format, at, written } of byFile.get(file) ?? []) {
      const known = readers.find(({ id }) => id === format);
      const reader = known && (await loadReader(known));
      const range: Range | undefined =
        written === undefined
          ? reader?.locate(text, at.ordinal, at.pointer)
          : reader && rangeOfText(reader, text, at, written);
      cache.keepRange(file, at, range ?? null);
    }
  }
}

function rangeOfText(reader: Reader, text: string, at: PlaceInFile, written: string): Range | undefined {
  const span = reader.valueSpan?.(text, at.ordinal, at.pointer.slice(0, -1));
  const exact = span && writtenSpan(text, span, written);
  return exact && locateOffsets(text, 0, offsetPointer(exact.start, exact.end));
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
