import { crc32 } from 'node:zlib';
import type { DocumentationPage } from './documentation-pages.ts';
import type { SearchRecord } from './record.ts';

/** Some of the records. */
export interface RecordPart {
  /** The number of each among all, in order. */
  numbers: readonly number[];
  /** The records, as JSON: takes less room on its way to another thread, and is known again by its bytes. */
  json: Uint8Array<ArrayBuffer>;
  /** Pages of the documentation stand there, of which records are still to be made: reading MDX takes a while. */
  isDocumentation?: boolean;
}

/** So many take Pagefind half a second. */
const IN_A_PART = 800;

/**
 * Divides records into parts that are indexed one by one. A record is in the same part whatever others there are, as long
 * as these are about as many: where one changes, one part does.
 *
 * @param pages Of the documentation, which are a part of their own and come last.
 */
export function partsOf(
  records: readonly SearchRecord[],
  pages: readonly DocumentationPage[] = [],
): RecordPart[] {
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(records.length / IN_A_PART)));
  const parts = Array.from({ length: count }, (): number[] => []);
  for (const [number, { path }] of records.entries()) parts[crc32(path) % count]?.push(number);
  const own = parts.filter((numbers) => numbers.length > 0);
  return [
    ...own.map((numbers) => ({ numbers, json: encoded(numbers.map((number) => records[number])) })),
    ...(pages.length > 0
      ? [{ numbers: pages.map((_, at) => records.length + at), json: encoded(pages), isDocumentation: true }]
      : []),
  ];
}

function encoded(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}
